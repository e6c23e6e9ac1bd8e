package kz.bagalau.scoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.facts.FactSet;
import kz.bagalau.facts.FactSetJson;
import kz.bagalau.forms.conclusion.Conclusion;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.DirectionScore;
import kz.bagalau.rules.operational.IndicatorScore;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.BodyResult.CriterionPoints;
import kz.bagalau.scoring.run.BodyResult.DirectionPoints;
import kz.bagalau.scoring.run.Canonical;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;

/// A body's score as a run keeps it: in every language, for each audience, with the facts behind
/// it. What a body reads never comes from what is kept for the Agency.
final class FrozenScore {

    private static final int NUMBER = 12;

    private final Run run;
    private final ListedBody body;
    private final FactSet facts;
    private final Methodology methodology;
    private final Assessment assessment;
    private final ObjectNode shown;

    FrozenScore(
            Run run,
            ListedBody body,
            FactSet facts,
            Methodology methodology,
            Assessment assessment) {
        this.run = run;
        this.body = body;
        this.facts = facts;
        this.methodology = methodology;
        this.assessment = assessment;
        this.shown = Json.object();
        for (Audience audience : Audience.values()) {
            shown.set(audience.name(), shownTo(audience));
        }
    }

    /// Writes the conclusions.
    ///
    /// @return the digest of each, and of what readers are shown, by name
    SortedMap<String, String> writeTo(Documents documents, ConclusionFile.Writer writer) {
        SortedMap<String, String> outputs = new TreeMap<>();
        outputs.put("shown", Canonical.digest(shown().getBytes(StandardCharsets.UTF_8)));
        Conclusion conclusion = conclusion();
        for (Language language : Language.values()) {
            for (ConclusionFile file : ConclusionFile.values()) {
                byte[] content = writer.write(file, conclusion, language);
                String digest = Canonical.digest(content);
                String name = file.name(run.id(), body.id(), language, digest);
                documents.put(name, content, file.type());
                outputs.put(file.output(language), digest);
            }
        }
        return outputs;
    }

    /// It is made of what the body may see, and of nothing else. Why the run was released is no
    /// part of it: that may be said or changed until the run is published, and the run names it.
    private Conclusion conclusion() {
        List<Given<FactValue>> given = new ArrayList<>();
        facts.shownTo(Audience.BODY)
                .facts()
                .forEach((name, fact) ->
                        given.add(
                                new Given<>(name, fact.value(), FactSet.provenance(fact.claim()))));
        return new Conclusion(
                body.id(),
                body.name(),
                new Conclusion.Run(
                        number(), Conclusion.Kind.valueOf(run.kind().name()), Optional.empty()),
                methodology,
                assessment,
                given,
                Map.of());
    }

    /// What is printed on the conclusions: year, kind and a digest of everything else that the body
    /// is shown, so that the same conclusion has the same number and two different ones never have.
    private String number() {
        ObjectNode published = shown.path(Audience.BODY.name()).deepCopy();
        published.set("body", RunJson.body(body));
        published.put("methodology", run.methodology()).set("settings", run.settings());
        return "%d-%s-%s"
                .formatted(
                        run.year(),
                        run.kind().name().toLowerCase(Locale.ROOT),
                        Canonical.digest(published).substring(0, NUMBER));
    }

    BodyResult.Scored result(SortedMap<String, String> code, SortedMap<String, String> outputs) {
        return new BodyResult.Scored(
                body,
                code,
                Canonical.digest(FactSetJson.write(facts)),
                outputs,
                facts.provisional(),
                assessment.directions().stream().map(FrozenScore::points).toList());
    }

    private static DirectionPoints points(DirectionScore score) {
        Set<String> missing = new LinkedHashSet<>();
        score.indicators().stream()
                .filter(indicator -> !indicator.settled())
                .map(IndicatorScore::missing)
                .forEach(missing::addAll);
        List<CriterionPoints> criteria = new ArrayList<>();
        score.criteria()
                .forEach(criterion ->
                        criteria.add(
                                new CriterionPoints(
                                        criterion.criterion().id(),
                                        criterion.points(),
                                        criterion.maximum())));
        return new DirectionPoints(
                score.direction().id(),
                score.points(),
                score.maximum(),
                score.complete(),
                List.copyOf(missing),
                criteria);
    }

    /// `{"AGENCY":{"facts":{…},"manual":{…},"kk":[directions],…},"BODY":{…},"number":"…"}`.
    String shown() {
        return Json.write(shown.deepCopy().put("number", number()));
    }

    private ObjectNode shownTo(Audience audience) {
        ObjectNode forReader = Json.object();
        FactSet seen = facts.shownTo(audience);
        forReader.set("facts", FactSetJson.facts(seen.facts()));
        forReader.set("manual", FactSetJson.manual(seen.manual()));
        for (Language language : Language.values()) {
            forReader.set(
                    language.code(),
                    new AssessmentJson(audience, language).write(assessment).path("directions"));
        }
        return forReader;
    }

    /// The part of [#shown] that a reader is given.
    static ObjectNode shown(String frozen, Audience reader, Language language) {
        var whole = Json.read(frozen);
        var part = whole.path(reader.name());
        ObjectNode published = Json.object().put("number", whole.path("number").asText());
        published.set("directions", part.path(language.code()));
        published.set("facts", part.path("facts"));
        published.set("manual", part.path("manual"));
        return published;
    }
}
