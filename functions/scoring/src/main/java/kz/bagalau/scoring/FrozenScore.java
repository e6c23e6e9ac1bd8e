package kz.bagalau.scoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.facts.FactSet;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.DirectionScore;
import kz.bagalau.rules.operational.IndicatorScore;
import kz.bagalau.scoring.run.BodyResult;
import kz.bagalau.scoring.run.BodyResult.CriterionPoints;
import kz.bagalau.scoring.run.BodyResult.DirectionPoints;
import kz.bagalau.scoring.run.Canonical;
import kz.bagalau.scoring.run.Documents;
import kz.bagalau.scoring.run.ListedBody;
import kz.bagalau.scoring.run.Run;

/// A body's score as a run keeps it: in every language, for each audience, with the facts behind
/// it. What a body reads never comes from what is kept for the Agency.
record FrozenScore(Run run, ListedBody body, FactSet facts, Assessment assessment) {

    /// Writes the conclusions.
    ///
    /// @return the digest of each, and of what readers are shown, by name
    SortedMap<String, String> writeTo(Documents documents) {
        SortedMap<String, String> outputs = new TreeMap<>();
        outputs.put("shown", Canonical.digest(shown().getBytes(StandardCharsets.UTF_8)));
        return outputs;
    }

    BodyResult.Scored result(SortedMap<String, String> outputs) {
        return new BodyResult.Scored(
                body,
                Canonical.digest(FactSetJson.write(facts)),
                outputs,
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

    /// `{"AGENCY":{"facts":{…},"manual":{…},"kk":[directions],…},"BODY":{…}}`.
    String shown() {
        ObjectNode shown = Json.object();
        for (Audience audience : Audience.values()) {
            ObjectNode forReader = shown.putObject(audience.name());
            FactSet seen = facts.shownTo(audience);
            forReader.set("facts", FactSetJson.facts(seen.facts()));
            forReader.set("manual", FactSetJson.manual(seen.manual()));
            for (Language language : Language.values()) {
                forReader.set(
                        language.code(),
                        new AssessmentJson(audience, language)
                                .write(assessment)
                                .path("directions"));
            }
        }
        return Json.write(shown);
    }

    /// The part of [#shown] that a reader is given.
    static ObjectNode shown(String frozen, Audience reader, Language language) {
        var part = Json.read(frozen).path(reader.name());
        ObjectNode told = Json.object();
        told.set("directions", part.path(language.code()));
        told.set("facts", part.path("facts"));
        told.set("manual", part.path("manual"));
        return told;
    }
}
