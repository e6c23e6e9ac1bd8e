package kz.bagalau.reports.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kz.bagalau.facts.Fact;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Standing;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.worktime.Hours;
import org.junit.jupiter.api.Test;

/// The facts of a year out of the months that stand.
class OvertimeReadingTest {

    private static final List<String> FACTS =
            List.of(
                    "hours.overtime_weekday",
                    "hours.overtime_weekday_authorised",
                    "hours.overtime_weekend",
                    "hours.overtime_weekend_authorised");

    /// The sources say other seconds than the values: what counts is the value.
    @Test
    void p40_aYearIsTheSumOfTheValuesOfItsMonths_exactToTheSecond() {
        List<Fact> year = OvertimeReading.year(standing(12));

        // 12 × 1 h 0 min 1 s; each month alone is 1.000278, and twelve of them 12.003336.
        assertThat(year)
                .hasSize(4)
                .allSatisfy(fact ->
                        assertThat(((FactValue.Amount) fact.value()).value())
                                .isEqualByComparingTo("12.003333"));
        assertThat(year.getFirst().source().at("/months/2025-03/hours").asText())
                .isEqualTo("1.000278");
    }

    @Test
    void elevenMonthsMakeNoYear() {
        assertThat(OvertimeReading.year(standing(11))).isEmpty();
    }

    private static Standing standing(int months) {
        TreeMap<ReportPeriod, Standing.Accepted> periods = new TreeMap<>();
        for (int month = 1; month <= months; month++) {
            List<Fact> values = new ArrayList<>();
            for (String name : FACTS) {
                values.add(
                        new Fact(
                                name,
                                new FactValue.Amount(Hours.decimal(Duration.ofSeconds(3601))),
                                Json.object().put("kind", "report").put("seconds", 7)));
            }
            periods.put(
                    ReportPeriod.parse("2025-%02d".formatted(month)).orElseThrow(),
                    new Standing.Accepted(
                            ReportId.draw("min-digital", 2025), "", Instant.EPOCH, values));
        }
        return new Standing("min-digital", 2025, ReportForm.ACCESS_EVENTS, 1, periods);
    }
}
