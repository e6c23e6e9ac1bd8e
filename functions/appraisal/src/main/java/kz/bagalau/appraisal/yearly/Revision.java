package kz.bagalau.appraisal.yearly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.appraisal.yearly.YearlyContent.Entered;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.Fraction;
import kz.bagalau.rules.appraisal.YearlyScore.Formed;
import kz.bagalau.rules.appraisal.YearlyScore.Missing;
import kz.bagalau.rules.appraisal.YearlyScore.Used;
import kz.bagalau.rules.monitoring.Quarter;

/// A yearly score as it was once formed: `{"revision", "formedOn", "quartersUsed": [{"quarter",
/// "score", "fraction", "rule"?}], "meanRaw", "meanFraction", "meanRounded", "grade", "labels",
/// "rounding", "form", "provisional", "missing"}`.
public final class Revision {

    /// Of a mean that no finite decimal is.
    private static final int PLACES = 10;

    private static final int LEAST_PLACES = 2;

    private Revision() {}

    public static ObjectNode of(YearOf year, Formed formed, int number, LocalDate on) {
        ObjectNode json = Json.object().put("revision", number).put("formedOn", on.toString());
        json.set("quartersUsed", used(formed.used()));
        json.put("meanRaw", decimal(formed.banding().exact()))
                .put("meanFraction", formed.banding().exact().toString())
                .put("meanRounded", formed.banding().score().toPlainString())
                .put("grade", formed.banding().grade().name());
        json.set("labels", Json.texts(formed.banding().grade().text()));
        json.put("rounding", year.settings().get(AppraisalSetting.ROUNDING).name())
                .put("form", form(year).name())
                .put("provisional", formed.provisional());
        json.set("missing", missing(formed.missing()));
        return json;
    }

    static ArrayNode missing(List<Missing> missing) {
        ArrayNode array = Json.object().putArray("missing");
        missing.forEach(each ->
                array.addObject()
                        .put("quarter", each.quarter().toString())
                        .put("why", each.why().name()));
        return array;
    }

    private static ArrayNode used(List<Used> used) {
        ArrayNode array = Json.object().putArray("quartersUsed");
        for (Used each : used) {
            ObjectNode json =
                    array.addObject()
                            .put("quarter", each.quarter().toString())
                            .put("score", decimal(each.score()))
                            .put("fraction", each.score().toString());
            each.rule().ifPresent(rule -> json.put("rule", rule.name()));
        }
        return array;
    }

    /// A placeholder where one of the quarters was scored on one.
    private static AppraisalForm.Status form(YearOf year) {
        return year.cases().stream()
                        .flatMap(each -> each.form().stream())
                        .anyMatch(status -> status == AppraisalForm.Status.PLACEHOLDER)
                ? AppraisalForm.Status.PLACEHOLDER
                : AppraisalForm.Status.OFFICIAL;
    }

    /// The whole decimal, with two places at least; ten places where it has no end.
    static String decimal(Fraction fraction) {
        BigDecimal number = new BigDecimal(fraction.number());
        BigDecimal rounded =
                number.divide(new BigDecimal(fraction.over()), PLACES, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        boolean exact = rounded.multiply(new BigDecimal(fraction.over())).compareTo(number) == 0;
        BigDecimal shown = exact ? rounded : rounded.setScale(PLACES, RoundingMode.UNNECESSARY);
        return shown.setScale(Math.max(shown.scale(), LEAST_PLACES), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /// As [Fraction#toString] writes it.
    static Fraction fraction(String text) {
        String[] parts = text.split("/");
        return new Fraction(
                new BigInteger(parts[0]),
                parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    /// A year with the scores of those quarters whose cases were destroyed since the revision that
    /// stands was formed of them: a score of a quarter never goes but so.
    static YearOf withDestroyed(YearOf year) {
        SortedMap<Quarter, Entered> entered = new TreeMap<>(year.entered());
        year.document().map(YearlyContent::of).flatMap(YearlyContent::latest).stream()
                .flatMap(latest -> latest.path("quartersUsed").valueStream())
                .filter(used -> !used.has("rule") && scores(year, quarter(used)) == 0)
                .forEach(used -> {
                    BigDecimal score = new BigDecimal(used.path("score").asText());
                    Quarter quarter = quarter(used);
                    entered.put(quarter, new Entered(quarter, score, 0, quarter.last()));
                });
        return year.withEntered(entered);
    }

    /// Whether a quarter of several cases that it was formed of has lost a score since: what is
    /// left does not make up its score, and the revision stands as it was formed.
    static boolean restsOnDestroyed(ObjectNode revision, YearOf year) {
        return revision.path("quartersUsed")
                .valueStream()
                .anyMatch(used -> scores(year, quarter(used)) < (used.has("rule") ? 2 : 1));
    }

    private static long scores(YearOf year, Quarter quarter) {
        return year.quarterCases().stream()
                .filter(each -> each.quarter().equals(quarter) && each.score().isPresent())
                .count();
    }

    /// Whether a quarter that is settled gives another score than it did, or was missing.
    static boolean isOvertaken(ObjectNode revision, YearOf year, Formed formed) {
        Map<Quarter, String> before = new HashMap<>();
        revision.path("quartersUsed")
                .forEach(used -> before.put(quarter(used), used.path("fraction").asText()));
        Map<Quarter, String> now = new HashMap<>();
        formed.used().forEach(used -> now.put(used.quarter(), used.score().toString()));
        Map<Quarter, String> missing = reasons(revision.path("missing"));
        Map<Quarter, String> stillMissing = reasons(missing(formed.missing()));
        return year.quarters().stream()
                .filter(year::settled)
                .anyMatch(quarter ->
                        !Objects.equals(before.get(quarter), now.get(quarter))
                                || !Objects.equals(
                                        missing.get(quarter), stillMissing.get(quarter)));
    }

    private static Map<Quarter, String> reasons(JsonNode missing) {
        Map<Quarter, String> reasons = new HashMap<>();
        missing.forEach(each ->
                reasons.merge(
                        quarter(each), each.path("why").asText(), (one, other) -> one + other));
        return reasons;
    }

    private static Quarter quarter(JsonNode json) {
        return Quarter.read(json.path("quarter").asText()).orElseThrow();
    }
}
