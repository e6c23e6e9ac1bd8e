package kz.bagalau.rules.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// February 2026 begins and ends on a weekend; 2 March is a Monday, 1 May is a holiday, 1 April a
/// Wednesday.
class MonthTimesTest {

    private static final String NOTHING = digest("2026-03", List.of(), List.of());

    @Test
    void theSameTimesInOtherPiecesAreTheSame() {
        assertThat(
                        digest(
                                "2026-03",
                                List.of(act("2026-03-01", "2026-04-01", "10:00", "19:00")),
                                List.of()))
                .isEqualTo(
                        digest(
                                "2026-03",
                                List.of(
                                        act("2026-03-16", "2026-05-31", "10:00", "19:00"),
                                        act("2025-12-01", "2026-03-15", "10:00", "19:00")),
                                List.of()))
                .isNotEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        // an act outside the month
        "2026-02-01, 2026-02-28, 10:00, 19:00, 2026-03, false",
        // the shift of its last day before runs into the month
        "2026-02-28, 2026-02-28, 20:00, 08:00, 2026-03, true",
        "2026-02-28, 2026-02-28, 15:00, 00:00, 2026-03, true",
        "2026-02-27, 2026-02-27, 20:00, 08:00, 2026-03, false",
        // one day within
        "2026-03-17, 2026-03-17, 10:00, 19:00, 2026-03, true",
        // the start on the first of the next month closes its last night
        "2026-04-01, 2026-04-01, 10:00, 19:00, 2026-03, true",
        "2026-04-02, 2026-04-30, 10:00, 19:00, 2026-03, false",
        // where that is a day off it closes nothing
        "2026-05-01, 2026-05-31, 10:00, 19:00, 2026-04, false",
        "2026-03-01, 2026-03-31, 10:00, 19:00, 2026-02, false",
        // 1 January is a holiday in each year
        "2027-01-01, 2027-01-31, 10:00, 19:00, 2026-12, false"
    })
    void onlyWhatBearsOnAMonthMakesItOther(
            String from, String to, LocalTime start, LocalTime end, String month, boolean other) {
        assertThat(
                        !digest(
                                        month,
                                        List.of(act(from, to, start.toString(), end.toString())),
                                        List.of())
                                .equals(digest(month, List.of(), List.of())))
                .isEqualTo(other);
    }

    @Test
    void onTheFirstOfTheNextMonthOnlyTheStartMatters() {
        assertThat(
                        digest(
                                "2026-03",
                                List.of(act("2026-04-01", "2026-04-30", "10:00", "19:00")),
                                List.of()))
                .isEqualTo(
                        digest(
                                "2026-03",
                                List.of(act("2026-04-01", "2026-04-30", "10:00", "20:00")),
                                List.of()))
                .isNotEqualTo(
                        digest(
                                "2026-03",
                                List.of(act("2026-04-01", "2026-04-30", "10:30", "19:00")),
                                List.of()));
    }

    @Test
    void personsUnitsAndBodiesAreDifferent() {
        PersonalTimes act = act("2026-03-01", "2026-03-31", "10:00", "19:00");
        assertThat(
                        List.of(
                                digest("2026-03", List.of(act), List.of()),
                                digest(
                                        "2026-03",
                                        List.of(
                                                new PersonalTimes(
                                                        "e2",
                                                        act.from(),
                                                        act.to(),
                                                        act.time(),
                                                        "7")),
                                        List.of()),
                                digest("2026-03", List.of(), List.of(rules(Optional.empty()))),
                                digest("2026-03", List.of(), List.of(rules(Optional.of("u")))),
                                digest(
                                        "2026-03",
                                        List.of(),
                                        List.of(rules(Optional.empty()), rules(Optional.of("u"))))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-20, 2026-09, 2026-03 2026-03",
        "2026-03-01, 2026-03-31, 2026-09, 2026-02 2026-04",
        "2026-03-10, 2026-08-20, 2026-06, 2026-03 2026-06",
        "2026-03-10, , 2026-06, 2026-03 2026-06",
        "2026-08-10, 2026-09-20, 2026-06, none"
    })
    void aChangeTouchesTheMonthsOfItsDaysAndTheirNeighboursUpToNow( // §12, 9
            LocalDate from, LocalDate to, YearMonth now, String touched) {
        List<YearMonth> months = MonthTimes.touched(from, Optional.ofNullable(to), now);

        assertThat(months.isEmpty() ? "none" : months.getFirst() + " " + months.getLast())
                .isEqualTo(touched);
    }

    private static String digest(String month, List<PersonalTimes> acts, List<WorkRules> rules) {
        YearMonth of = YearMonth.parse(month);
        return MonthTimes.digest(of, acts, rules, WorkingCalendar.published().year(of.getYear()));
    }

    private static PersonalTimes act(String from, String to, String start, String end) {
        return new PersonalTimes(
                "e1",
                LocalDate.parse(from),
                LocalDate.parse(to),
                new WorkTime(LocalTime.parse(start), LocalTime.parse(end)),
                "7");
    }

    private static WorkRules rules(Optional<String> unit) {
        return new WorkRules(
                unit,
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                Examples.hours("10:00-19:00"),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                "order 1");
    }
}
