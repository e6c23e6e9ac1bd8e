package kz.bagalau.scoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.CriterionScore;
import kz.bagalau.rules.operational.DirectionScore;
import kz.bagalau.rules.operational.IndicatorScore;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// An assessment as it is returned: each score with its arithmetic for this reader, its paragraphs
/// and its points by the other readings.
final class AssessmentJson {

    private final Audience reader;
    private final Language language;

    AssessmentJson(Audience reader, Language language) {
        this.reader = reader;
        this.language = language;
    }

    ObjectNode write(Assessment assessment) {
        ObjectNode written = Json.object().put("methodology", assessment.methodology());
        written.set("settings", SettingsJson.write(assessment.assessed().settings()));
        ArrayNode directions = written.putArray("directions");
        for (DirectionScore score : assessment.directions()) {
            ObjectNode direction =
                    directions
                            .addObject()
                            .put("id", score.direction().id())
                            .put("points", Decimals.plain(score.points()))
                            .put("maximum", Decimals.plain(score.maximum()))
                            .put("complete", score.complete())
                            .put("penalty", Decimals.plain(score.penalty()))
                            .put("working", score.working().line(reader, language));
            names(direction.putArray("missing"), score.missing());
            alternatives(direction, score.alternatives());
            ArrayNode criteria = direction.putArray("criteria");
            score.criteria().forEach(criterion -> write(criteria.addObject(), criterion));
            ArrayNode indicators = direction.putArray("indicators");
            AssessedPeriod period = assessment.assessed().period();
            score.indicators()
                    .forEach(indicator -> write(indicators.addObject(), indicator, period));
        }
        return written;
    }

    private void write(ObjectNode criterion, CriterionScore score) {
        criterion
                .put("id", score.criterion().id())
                .put("points", Decimals.plain(score.points()))
                .put("maximum", Decimals.plain(score.maximum()))
                .put("working", score.working().line(reader, language));
        names(criterion.putArray("missing"), score.missing());
        alternatives(criterion, score.alternatives());
    }

    private void write(ObjectNode indicator, IndicatorScore score, AssessedPeriod period) {
        indicator
                .put("id", score.indicator().id())
                .put("outcome", outcome(score.outcome()))
                .put("points", score.points().map(Decimals::plain).orElse(null))
                .put("maximum", score.maximum().map(Decimals::plain).orElse(null))
                .put("working", score.line(reader, language).orElse(null));
        names(
                indicator.putArray("where"),
                score.working()
                        .map(working -> working.where(reader, language))
                        .orElseGet(List::of));
        names(indicator.putArray("missing"), score.missing());
        names(
                indicator.putArray("citations"),
                score.citations().stream().map(Citation::paragraph).distinct().toList());
        names(
                indicator.putArray("facts"),
                score.indicator().facts(period).stream().filter(this::mayBeRead).toList());
        alternatives(indicator, score.alternatives());
    }

    private boolean mayBeRead(String fact) {
        return reader == Audience.AGENCY
                || Vocabulary.find(fact).filter(type -> type.audience() == reader).isPresent();
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored _ -> "SCORED";
            case Outcome.Manual _ -> "MANUAL";
            case Outcome.Incomplete _ -> "INCOMPLETE";
            case Outcome.NotCalculable _ -> "NOT_CALCULABLE";
            case Outcome.NotApplicable _ -> "NOT_APPLICABLE";
        };
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    private static void alternatives(
            ObjectNode score, Map<String, Map<String, BigDecimal>> alternatives) {
        ObjectNode written = score.putObject("alternatives");
        alternatives.forEach((setting, byValue) -> {
            ObjectNode values = written.putObject(setting);
            byValue.forEach((value, points) -> values.put(value, Decimals.plain(points)));
        });
    }
}
