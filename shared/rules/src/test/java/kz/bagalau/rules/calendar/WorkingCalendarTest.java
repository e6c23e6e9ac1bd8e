package kz.bagalau.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final LocalText NAME = new LocalText("атауы", "название", "name");

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @ParameterizedTest(name = "{0}: {3} working days")
    @CsvFileSource(
            resources = "working-days.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void cal3_workingDaysByMonth(int year, CalendarYear.Status status, String months, int all) {
        CalendarYear found = calendar.year(year);

        assertThat(found.status()).isEqualTo(status);
        assertThat(Arrays.stream(Month.values()).map(found::workingDays).map(String::valueOf))
                .containsExactly(months.split(" "));
        assertThat(found.workingDays()).isEqualTo(all);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "days-off.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void cal3_daysOffFromMondayToFriday_andWorkingWeekends(
            int year, String off, @Nullable String working) {
        var days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();

        assertThat(days)
                .filteredOn(day -> !weekend(day) && !calendar.isWorking(day))
                .containsExactlyElementsOf(dates(year, off));
        assertThat(days)
                .filteredOn(day -> weekend(day) && calendar.isWorking(day))
                .containsExactlyElementsOf(dates(year, working == null ? "" : working));
    }

    @ParameterizedTest
    @CsvSource({
        // E83: Saturday 30 August 2025 gives Monday 1 September
        "2025-08-30, 2025-09-01",
        // E85: a Saturday and two Sundays
        "2026-05-09, 2026-05-11",
        "2026-10-25, 2026-10-26",
        "2025-07-06, 2025-07-07",
        // CAL.2: Saturday 22 and Sunday 23 March 2025 give Monday the 24th and Tuesday the 25th
        "2025-03-22, 2025-03-24",
        "2025-03-23, 2025-03-25",
        // Saturday 2 January 2027; 22 and 23 March 2027 are holidays themselves
        "2027-01-02, 2027-01-04",
        "2027-03-21, 2027-03-24"
    })
    void e83_e85_aHolidayOnAWeeklyDayOffGivesTheNextWorkingDay(
            LocalDate holiday, LocalDate substitute) {
        assertThat(calendar.special(substitute))
                .hasValueSatisfying(day -> {
                    assertThat(day.kind()).isEqualTo(DayKind.SUBSTITUTE);
                    assertThat(day.substitutesFor()).contains(holiday);
                });
        assertThat(calendar.isWorking(substitute)).isFalse();
    }

    @Test
    void cal2_2025_sundayThe5thOfJanuaryWorks_andFridayThe3rdIsOff() {
        assertThat(calendar.isWorking(date("2025-01-03"))).isFalse();
        assertThat(calendar.isWorking(date("2025-01-04"))).isFalse();
        assertThat(calendar.isWorking(date("2025-01-05"))).isTrue();
        assertThat(calendar.special(date("2025-01-05")).orElseThrow().kind())
                .isEqualTo(DayKind.SWAP_WORK);
    }

    @Test
    void cal1_mondayThe31stOfAugust2026Works_thoughOlderCalendarsShowItOff() {
        assertThat(calendar.isWorking(date("2026-08-31"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void everyDayHasItsNameInThreeLanguages_andItsBasis(int year) {
        assertThat(calendar.year(year).basis()).isNotBlank();
        assertThat(calendar.year(year).days())
                .isNotEmpty()
                .allSatisfy(day -> {
                    assertThat(day.name().kk()).isNotBlank().doesNotContain("%");
                    assertThat(day.name().ru()).isNotBlank().doesNotContain("%");
                    assertThat(day.name().en()).isNotBlank().doesNotContain("%");
                    assertThat(day.basis()).containsAnyOf("No. 267", "Labour Code");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "2028-01-01", "1999-06-01"})
    void outOfTheKnownRangeItThrows(LocalDate day) {
        assertThatThrownBy(() -> calendar.isWorking(day))
                .isInstanceOf(UnknownYear.class)
                .hasMessage(
                        "no calendar of %d: known are [2024, 2025, 2026, 2027]"
                                .formatted(day.getYear()));
    }

    @ParameterizedTest
    @CsvSource({
        // E10, E11: appointed on Saturday 1 March 2025
        "2025-03-01, 2025-03-31, 17",
        "2025-02-28, 2025-03-31, 18", // E13
        "2025-08-31, 2025-09-30, 21", // E14
        "2025-01-01, 2025-03-31, 57", // E16
        "2025-04-01, 2025-04-25, 19" // E17
    })
    void e10_e17_workingDaysInPosition(LocalDate from, LocalDate to, int days) {
        assertThat(calendar.workingDays(from, to)).isEqualTo(days);
    }

    @Test
    void aYearReplacedIsAnotherCalendar_andTheOldOneStaysAsItWas() {
        var swapped =
                new CalendarYear(
                        2026,
                        WorkWeek.FIVE_DAYS,
                        CalendarYear.Status.CONFIRMED,
                        "an act",
                        List.of(day("2026-08-31", DayKind.SWAP_OFF)));

        assertThat(calendar.with(swapped).isWorking(date("2026-08-31"))).isFalse();
        assertThat(calendar.isWorking(date("2026-08-31"))).isTrue();
    }

    @Test
    void everyMistakeOfAYearIsTold() {
        var days =
                List.of(
                        day("2025-12-31", DayKind.HOLIDAY),
                        day("2026-01-03", DayKind.SWAP_OFF), // Saturday
                        day("2026-01-05", DayKind.SWAP_WORK), // Monday
                        day("2026-01-05", DayKind.HOLIDAY),
                        substitute("2026-01-06", "2026-01-05"), // a Monday needs none
                        substitute("2026-01-08", "2026-01-04"), // no holiday on Sunday the 4th
                        substitute("2026-01-10", "2026-01-11")); // earlier than its holiday

        assertThat(CalendarYear.mistakes(2026, WorkWeek.FIVE_DAYS, days))
                .containsExactly(
                        new CalendarYear.Mistake(0, CalendarMistake.OUTSIDE_YEAR),
                        new CalendarYear.Mistake(1, CalendarMistake.ALREADY_OFF),
                        new CalendarYear.Mistake(2, CalendarMistake.ALREADY_WORKING),
                        new CalendarYear.Mistake(3, CalendarMistake.DAY_TWICE),
                        new CalendarYear.Mistake(4, CalendarMistake.NOTHING_TO_SUBSTITUTE),
                        new CalendarYear.Mistake(5, CalendarMistake.NOTHING_TO_SUBSTITUTE),
                        new CalendarYear.Mistake(6, CalendarMistake.ALREADY_OFF),
                        new CalendarYear.Mistake(6, CalendarMistake.NOTHING_TO_SUBSTITUTE));
        assertThatThrownBy(() ->
                        new CalendarYear(
                                2026, WorkWeek.FIVE_DAYS, CalendarYear.Status.DRAFT, "typed", days))
                .hasMessageContaining("ALREADY_WORKING");
    }

    @Test
    void aHolidayIsNoSubstituteForAnother() {
        var holiday = day("2026-05-09", DayKind.HOLIDAY); // Saturday
        var wrong =
                new SpecialDay(
                        date("2026-05-11"),
                        DayKind.SWAP_OFF,
                        NAME,
                        "an act",
                        Optional.of(holiday.date()));

        assertThat(CalendarYear.mistakes(2026, WorkWeek.FIVE_DAYS, List.of(holiday, wrong)))
                .containsExactly(
                        new CalendarYear.Mistake(1, CalendarMistake.NOTHING_TO_SUBSTITUTE));
    }

    @Test
    void aDayWithoutABasisIsNone() {
        assertThatThrownBy(() -> new SpecialDay(date("2026-05-11"), DayKind.SWAP_OFF, NAME, " "))
                .hasMessageContaining("2026-05-11");
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<LocalDate> dates(int year, String days) {
        return Arrays.stream(days.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> MonthDay.parse("--" + day).atYear(year))
                .toList();
    }

    private static SpecialDay day(String date, DayKind kind) {
        return new SpecialDay(date(date), kind, NAME, "an act");
    }

    private static SpecialDay substitute(String date, String holiday) {
        return new SpecialDay(
                date(date), DayKind.SUBSTITUTE, NAME, "an act", Optional.of(date(holiday)));
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
