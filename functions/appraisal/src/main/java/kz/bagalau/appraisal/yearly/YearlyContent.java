package kz.bagalau.appraisal.yearly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.cases.Document;
import kz.bagalau.rules.appraisal.AppraisalSetting.MultiCase;
import kz.bagalau.rules.appraisal.YearlyScore.QuarterCase;
import kz.bagalau.rules.appraisal.YearlyScore.Standing;
import kz.bagalau.rules.monitoring.Quarter;

/// What a yearly score says:
///
/// - `employee`, `person` (name, position, unit), `year`, `settings` (how long it is kept)
/// - `choices` by quarter (`rule`, `reason`, `by`, `on`), `entered` by quarter (`score`,
///   `document`, `reason`, `workedDays`, `lastDay`, `by`, `on`)
/// - `revisions`, the last of which stands ([Revision])
///
/// What is written through this object stands in its node.
public record YearlyContent(ObjectNode json) {

    /// A quarter that was scored under another act or in a body outside the product.
    record Entered(Quarter quarter, BigDecimal score, int workedDays, LocalDate last) {

        QuarterCase entering() {
            return new QuarterCase(quarter, Standing.SETTLED, Optional.of(score), workedDays, last);
        }
    }

    /// A copy of what a document says.
    public static YearlyContent of(Document score) {
        return new YearlyContent(score.content());
    }

    SortedMap<Quarter, MultiCase> choices() {
        SortedMap<Quarter, MultiCase> choices = new TreeMap<>();
        json.path("choices")
                .properties()
                .forEach(choice ->
                        choices.put(
                                quarter(choice.getKey()),
                                MultiCase.valueOf(choice.getValue().path("rule").asText())));
        return choices;
    }

    SortedMap<Quarter, Entered> entered() {
        SortedMap<Quarter, Entered> entered = new TreeMap<>();
        json.path("entered")
                .properties()
                .forEach(entry -> {
                    Quarter quarter = quarter(entry.getKey());
                    entered.put(quarter, entered(quarter, entry.getValue()));
                });
        return entered;
    }

    private static Entered entered(Quarter quarter, JsonNode json) {
        return new Entered(
                quarter,
                new BigDecimal(json.path("score").asText()),
                json.path("workedDays").intValue(),
                json.has("lastDay")
                        ? LocalDate.parse(json.path("lastDay").asText())
                        : quarter.last());
    }

    /// The revision that stands; empty while the score is collected.
    Optional<ObjectNode> latest() {
        JsonNode revisions = json.path("revisions");
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of((ObjectNode) revisions.get(revisions.size() - 1));
    }

    public YearlyContent add(ObjectNode revision) {
        json.withArray("/revisions").add(revision);
        return this;
    }

    public int revisions() {
        return json.path("revisions").size();
    }

    private static Quarter quarter(String text) {
        return Quarter.read(text).orElseThrow();
    }
}
