package kz.bagalau.rules.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.rules.appraisal.AppraisalSetting.MultiCase;
import kz.bagalau.rules.appraisal.YearlyScore.Formed;
import kz.bagalau.rules.appraisal.YearlyScore.None;
import kz.bagalau.rules.appraisal.YearlyScore.QuarterCase;
import kz.bagalau.rules.appraisal.YearlyScore.Standing;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.Quarter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class YearlyScoreTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}, missing {5} ({6})")
    @CsvFileSource(
            resources = "year-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void workedExamples(
            String example,
            String quarters,
            @Nullable String choices,
            String score,
            @Nullable Grade grade,
            @Nullable String missing,
            String how) {
        var result = YearlyScore.of(cases(quarters), choices(choices), EmployeeSettings.DEFAULTS);

        switch (result) {
            case Formed formed -> {
                assertThat(formed.banding().score().toPlainString())
                        .as(example + ": " + how)
                        .isEqualTo(score);
                assertThat(formed.banding().grade()).isEqualTo(grade);
                assertThat(text(formed.missing())).isEqualTo(missing == null ? "" : missing);
                assertThat(formed.provisional()).isEqualTo(missing != null);
            }
            case None(var open) -> {
                assertThat(score).as(example + ": " + how).isEqualTo("none");
                assertThat(text(open)).isEqualTo(missing == null ? "" : missing);
            }
        }
    }

    @Test
    void theQuartersThatWereUsedAreKeptExactly() {
        Formed formed =
                (Formed)
                        YearlyScore.of(
                                cases("4.5 3.0 - 4.00/3.00"), Map.of(), EmployeeSettings.DEFAULTS);

        assertThat(formed.used())
                .extracting(used -> used.quarter() + " " + used.score() + " " + used.rule())
                .containsExactly(
                        "2025-Q1 9/2 Optional.empty",
                        "2025-Q2 3 Optional.empty",
                        "2025-Q4 7/2 Optional[MEAN]");
        assertThat(formed.banding().exact()).hasToString("11/3");
    }

    @Test
    void anotherActMayMergeOtherwiseUntilSomebodyChooses() {
        EmployeeSettings last =
                EmployeeSettings.DEFAULTS.with(
                        AppraisalSetting.MULTI_CASE_QUARTER, "LAST", "the act of the body");
        Formed formed = (Formed) YearlyScore.of(cases("3.50 3.50 3.50 4.00/3.00"), Map.of(), last);

        assertThat(formed.banding().score()).isEqualByComparingTo("3.38");
        assertThat(formed.provisional()).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1} days, chosen {2}")
    @CsvSource({"0, 20, false", "20, 0, false", "0, 0, false", "0, 20, true", "0, 0, true"})
    void daysThatNobodyKnowsWeighNothing_theMeanStandsInUntilSomebodyChooses(
            int first, int second, boolean chosen) {
        Quarter quarter = new Quarter(2025, 1);
        EmployeeSettings byDays =
                EmployeeSettings.DEFAULTS.with(
                        AppraisalSetting.MULTI_CASE_QUARTER,
                        "WEIGHTED_BY_DAYS",
                        "the act of the body");
        Formed formed =
                (Formed)
                        YearlyScore.of(
                                List.of(
                                        settled(quarter, "4.00", first),
                                        settled(quarter, "3.00", second)),
                                chosen ? Map.of(quarter, MultiCase.WEIGHTED_BY_DAYS) : Map.of(),
                                byDays);

        assertThat(formed.banding().score()).isEqualByComparingTo("3.50");
        assertThat(formed.used().getFirst().rule()).contains(MultiCase.MEAN);
        assertThat(text(formed.missing())).isEqualTo("Q1 MULTI_CASE_QUARTER");
    }

    private static QuarterCase settled(Quarter quarter, String score, int days) {
        return new QuarterCase(
                quarter,
                Standing.SETTLED,
                Optional.of(new BigDecimal(score)),
                days,
                quarter.last());
    }

    @ParameterizedTest(name = "on {0}, {1}: {2}")
    @CsvSource({
        "2025-12-31, 4 4 4 4, false", // the year has not ended
        "2026-01-01, 4 4 4 4, true",
        "2026-01-01, 4 4 4 -, true",
        "2026-01-01, 4 4 4 ?, false", // waits until 30 January
        "2026-01-29, 4 4 4 ?, false",
        "2026-01-30, 4 4 4 ?, true",
        "2026-01-29, 4 4 4 4!, false",
        "2026-01-30, 4 4 4 4!, true"
    })
    void p4_formedWhenAllIsSettledAtTheLatestOn30January(
            LocalDate today, String quarters, boolean formed) {
        assertThat(YearlyScore.isFormed(2025, cases(quarters), today, WorkingCalendar.published()))
                .isEqualTo(formed);
    }

    @Test
    void aCaseThatIsNotScoredHasNoScore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new QuarterCase(
                                new Quarter(2025, 1),
                                Standing.NO_SCORE,
                                Optional.of(BigDecimal.ONE),
                                60,
                                LocalDate.of(2025, 3, 31)));
    }

    private static List<QuarterCase> cases(String quarters) {
        List<QuarterCase> cases = new ArrayList<>();
        String[] each = quarters.split(" ");
        for (int q = 0; q < each.length; q++) {
            String[] of = each[q].split("/");
            for (int i = 0; i < of.length; i++) {
                cases.add(one(new Quarter(2025, q + 1), of[i], i));
            }
        }
        return cases;
    }

    /// The first case of a quarter has 20 worked days, the second one 40 and lasts longer.
    private static QuarterCase one(Quarter quarter, String text, int place) {
        Standing standing =
                switch (text) {
                    case "?" -> Standing.NO_SCORE;
                    case "-" -> Standing.NOT_ASSESSED;
                    default -> text.endsWith("!") ? Standing.DISPUTED : Standing.SETTLED;
                };
        return new QuarterCase(
                quarter,
                standing,
                text.length() == 1 && !Character.isDigit(text.charAt(0))
                        ? Optional.empty()
                        : Optional.of(new BigDecimal(text.replace("!", ""))),
                20 * (place + 1),
                quarter.first().plusDays(30L * (place + 1)));
    }

    private static Map<Quarter, MultiCase> choices(@Nullable String text) {
        Map<Quarter, MultiCase> choices = new HashMap<>();
        for (String choice : EligibilityTest.list(text)) {
            choices.put(
                    Quarter.read("2025-" + choice.split("=")[0]).orElseThrow(),
                    MultiCase.valueOf(choice.split("=")[1]));
        }
        return choices;
    }

    private static String text(List<YearlyScore.Missing> missing) {
        return missing.stream()
                .map(each -> "Q" + each.quarter().number() + " " + each.why())
                .collect(Collectors.joining(" "));
    }
}
