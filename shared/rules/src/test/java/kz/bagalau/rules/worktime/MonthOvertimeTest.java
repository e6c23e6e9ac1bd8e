package kz.bagalau.rules.worktime;

import static kz.bagalau.rules.worktime.PairingTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.junit.jupiter.api.Test;

class MonthOvertimeTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    private static final WorkTime NINE_TO_HALF_PAST_SIX =
            new WorkTime(LocalTime.of(9, 0), LocalTime.of(18, 30));

    private final Schedule schedule = new Schedule();

    @Test
    void addsManHoursByUnit_andListsEachDay() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);
        schedule.put("hr", SINCE, NINE_TO_HALF_PAST_SIX);

        MonthOvertime month =
                count(
                        List.of(
                                new Person("p1", "law", Scope.CENTRAL),
                                new Person("p2", "law", Scope.DEPARTMENT_CENTRAL),
                                new Person("p3", "hr", Scope.AKIM)),
                        Map.of(
                                "p1", day("03 09:00", "03 20:00"),
                                "p2", day("08 10:00", "08 12:30"),
                                "p3", day("04 09:00", "04 19:10")));

        assertThat(month.byUnit())
                .containsExactly(
                        Map.entry("hr", hours("PT10M", "PT0S")),
                        Map.entry("law", hours("PT1H", "PT2H30M")));
        assertThat(month.total()).isEqualTo(hours("PT1H10M", "PT2H30M"));
        assertThat(month.listing())
                .extracting(MonthOvertime.Row::person)
                .containsExactly("p3", "p1", "p2");
    }

    @Test
    void p40_1_whoIsNotSeenComingBackAndLeavesAfterMidnightLeavesTheDayBefore() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);

        MonthOvertime month =
                count(
                        List.of(
                                new Person("p1", "law", Scope.CENTRAL),
                                new Person("p2", "law", Scope.CENTRAL)),
                        Map.of(
                                "p1",
                                List.of(
                                        new Passage(at("03 09:00"), Direction.IN),
                                        new Passage(at("03 13:00"), Direction.OUT),
                                        new Passage(at("04 01:00"), Direction.OUT)),
                                "p2",
                                List.of(
                                        new Passage(at("03 09:00"), Direction.UNKNOWN),
                                        new Passage(at("03 13:00"), Direction.UNKNOWN),
                                        new Passage(at("04 01:00"), Direction.UNKNOWN))));

        // 01:00 − 18:30 − 0:30 = 6 hours, twice (C-12)
        assertThat(month.total()).isEqualTo(hours("PT12H", "PT0S"));
        assertThat(month.unpaired()).containsOnlyKeys("p1", "p2");
    }

    @Test
    void p40_1_aNightOverTheEndOfAMonthIsOfTheMonthInWhichItBegan() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);
        List<Person> people = List.of(new Person("p1", "law", Scope.CENTRAL));
        YearMonth october = YearMonth.of(2025, 10);
        // 31 October 2025 is a Friday, 1 November a Saturday.
        Map<String, List<Passage>> night =
                Map.of(
                        "p1",
                        List.of(
                                new Passage(at("01 03:00").minusHours(7), Direction.IN),
                                new Passage(at("01 08:00"), Direction.OUT)));

        MonthOvertime before =
                MonthOvertime.of(
                        october,
                        people,
                        night,
                        schedule,
                        Map.of(),
                        WorkingCalendar.published().year(2025));
        MonthOvertime after = count(people, night);

        // 20:00 to midnight on a working day, and 8 hours of a day off
        assertThat(before.total()).isEqualTo(hours("PT4H", "PT8H"));
        assertThat(before.unpaired()).isEmpty();
        assertThat(after.total()).isEqualTo(hours("PT0S", "PT0S"));
        assertThat(after.unpaired()).isEmpty();
    }

    @Test
    void p40_1_whatBeganAroundTheMonthIsOfTheMonthsAround() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);
        List<Person> people = List.of(new Person("p1", "law", Scope.CENTRAL));
        // The last evening of October, and the first of December with an entry left open
        Map<String, List<Passage>> around =
                Map.of(
                        "p1",
                        List.of(
                                new Passage(at("01 09:00").minusDays(1), Direction.IN),
                                new Passage(at("01 21:00").minusDays(1), Direction.OUT),
                                new Passage(at("30 09:00").plusDays(1), Direction.IN),
                                new Passage(at("30 21:00").plusDays(1), Direction.OUT),
                                new Passage(at("30 22:00").plusDays(1), Direction.IN)));

        MonthOvertime november = count(people, around);

        assertThat(november.total()).isEqualTo(hours("PT0S", "PT0S"));
        assertThat(november.listing()).isEmpty();
        assertThat(november.unpaired()).isEmpty();
    }

    @Test
    void p40_1_aStayOfADayIsTakenUntilTheMidnightAfterItsMonth() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);
        Map<String, List<Passage>> stay =
                Map.of(
                        "p1",
                        List.of(
                                new Passage(at("01 03:00"), Direction.IN),
                                new Passage(at("02 02:00"), Direction.OUT)));

        MonthOvertime october =
                MonthOvertime.of(
                        YearMonth.of(2025, 10),
                        List.of(new Person("p1", "law", Scope.CENTRAL)),
                        stay,
                        schedule,
                        Map.of(),
                        WorkingCalendar.published().year(2025));

        assertThat(october.total()).isEqualTo(hours("PT0S", "PT21H"));
    }

    @Test
    void p40_1_aNightShiftOverTheEndOfAMonthIsCountedOnce() {
        schedule.put("guards", SINCE, new WorkTime(LocalTime.of(20, 0), LocalTime.of(8, 0)));
        List<Person> people = List.of(new Person("p1", "guards", Scope.CENTRAL));
        // Friday 31 October to Saturday 1 November; back on Saturday within the own hours
        Map<String, List<Passage>> night =
                Map.of(
                        "p1",
                        List.of(
                                new Passage(at("01 20:00").minusDays(1), Direction.IN),
                                new Passage(at("01 04:30"), Direction.OUT),
                                new Passage(at("01 05:00"), Direction.IN),
                                new Passage(at("01 09:30"), Direction.OUT)));

        assertThat(count(YearMonth.of(2025, 10), people, night).total()).isEqualTo(Hours.NONE);
        // 09:30 − 08:00 − 0:30, on a day off
        assertThat(count(people, night).total()).isEqualTo(hours("PT0S", "PT1H"));
    }

    @Test
    void p40_1_theShiftOf31DecemberIsNoOvertimeOfJanuary() {
        schedule.put(
                "guards",
                LocalDate.of(2024, 1, 1),
                new WorkTime(LocalTime.of(20, 0), LocalTime.of(8, 0)));

        // Tuesday 31 December 2024 to Wednesday 1 January 2025
        MonthOvertime january =
                count(
                        YearMonth.of(2025, 1),
                        List.of(new Person("p1", "guards", Scope.CENTRAL)),
                        Map.of(
                                "p1",
                                List.of(
                                        new Passage(
                                                LocalDate.of(2025, 1, 1).atTime(5, 0),
                                                Direction.IN),
                                        new Passage(
                                                LocalDate.of(2025, 1, 1).atTime(8, 10),
                                                Direction.OUT))));

        assertThat(january.total()).isEqualTo(Hours.NONE);
    }

    @Test
    void peopleOutsideTheScopeAreNotCounted() {
        schedule.put("region", SINCE, NINE_TO_HALF_PAST_SIX);

        MonthOvertime month =
                count(
                        List.of(new Person("p1", "region", Scope.OTHER)),
                        Map.of("p1", day("03 09:00", "03 23:00")));

        assertThat(month.total()).isEqualTo(Hours.NONE);
        assertThat(month.byUnit()).isEmpty();
        assertThat(month.uncounted()).isEqualTo(1);
    }

    @Test
    void aPersonsOwnScheduleGoesBeforeTheUnits_fromItsDayOn() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);
        schedule.put(
                "p1",
                LocalDate.of(2025, 11, 4),
                new WorkTime(LocalTime.of(10, 0), LocalTime.of(19, 30)));

        MonthOvertime month =
                count(
                        List.of(new Person("p1", "law", Scope.CENTRAL)),
                        Map.of(
                                "p1",
                                List.of(
                                        new Passage(at("03 09:00"), Direction.IN),
                                        new Passage(at("03 20:00"), Direction.OUT),
                                        new Passage(at("04 10:00"), Direction.IN),
                                        new Passage(at("04 20:00"), Direction.OUT))));

        assertThat(month.total()).isEqualTo(hours("PT1H", "PT0S"));
    }

    @Test
    void whoHasNoWorkingTimeIsNamed_andNothingOfThemIsCounted() {
        MonthOvertime month =
                count(
                        List.of(new Person("p1", "law", Scope.CENTRAL)),
                        Map.of("p1", day("03 09:00", "03 23:00")));

        assertThat(month.withoutSchedule()).containsExactly("p1");
        assertThat(month.total()).isEqualTo(Hours.NONE);
    }

    @Test
    void twoWorkingTimesFromOneDayContradictEachOther() {
        assertThat(schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX)).isTrue();
        assertThat(schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX)).isTrue();
        assertThat(schedule.put("law", SINCE, new WorkTime(LocalTime.of(8, 0), LocalTime.NOON)))
                .isFalse();
    }

    @Test
    void aMonthOfPresenceBeginsWhereTheOneBeforeEnds() {
        assertThat(MonthOvertime.begin(NOVEMBER)).isEqualTo("2025-11-01T04:00");
        assertThat(MonthOvertime.end(NOVEMBER))
                .isEqualTo(MonthOvertime.begin(NOVEMBER.plusMonths(1)));
    }

    /// From Wednesday 31 December 2025 to Thursday 1 January 2026.
    @Test
    void p40_2_theLastNightOfAYear_endsInAHoliday_withoutTheNextYearsCalendar() {
        schedule.put("law", SINCE, NINE_TO_HALF_PAST_SIX);

        MonthOvertime month =
                count(
                        YearMonth.of(2025, 12),
                        List.of(new Person("p1", "law", Scope.CENTRAL)),
                        Map.of(
                                "p1",
                                List.of(
                                        new Passage(
                                                LocalDate.of(2025, 12, 31).atTime(9, 0),
                                                Direction.IN),
                                        new Passage(
                                                LocalDate.of(2026, 1, 1).atTime(1, 30),
                                                Direction.OUT))));

        // 24:00 − 18:30 − 0:30 = 5 hours, and 1:30 of New Year
        assertThat(month.total()).isEqualTo(hours("PT5H", "PT1H30M"));
    }

    @Test
    void aMonthOwesItsHoursToItsDays_andToTheFirstOfTheNext() {
        CalendarYear calendar = WorkingCalendar.published().year(2025);

        // from Wednesday the 1st: the 1st and 2nd are New Year, the 3rd is off for Sunday the 5th,
        // the 7th is Christmas; Saturday 1 February
        assertThat(MonthOvertime.days(YearMonth.of(2025, 1), calendar))
                .isEqualTo("---" + "-ww-www" + "--wwwww" + "--wwwww" + "--wwwww" + "-");
        // from Monday the 1st: the 16th is Independence Day; without 1 January of another year
        assertThat(MonthOvertime.days(YearMonth.of(2025, 12), calendar))
                .isEqualTo("wwwww--" + "wwwww--" + "w-www--" + "wwwww--" + "www");
    }

    @Test
    void secondsAreRoundedOnceAtTheEnd() {
        // 20 minutes are 0.333333 hours; three times 20 minutes are one hour, not 0.999999
        assertThat(Hours.decimal(Duration.ofMinutes(20))).isEqualByComparingTo("0.333333");
        assertThat(Hours.decimal(Duration.ofMinutes(60))).isEqualByComparingTo("1");
    }

    private MonthOvertime count(List<Person> people, Map<String, List<Passage>> passages) {
        return count(NOVEMBER, people, passages);
    }

    private MonthOvertime count(
            YearMonth month, List<Person> people, Map<String, List<Passage>> passages) {
        return MonthOvertime.of(
                month,
                people,
                passages,
                schedule,
                Map.of(),
                WorkingCalendar.published().year(month.getYear()));
    }

    private static List<Passage> day(String in, String out) {
        return List.of(new Passage(at(in), Direction.IN), new Passage(at(out), Direction.OUT));
    }

    private static Hours hours(String weekday, String weekend) {
        return new Hours(
                Duration.parse(weekday), Duration.ZERO, Duration.parse(weekend), Duration.ZERO);
    }
}
