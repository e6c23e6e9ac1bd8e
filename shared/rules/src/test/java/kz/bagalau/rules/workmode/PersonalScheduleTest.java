package kz.bagalau.rules.workmode;

import static kz.bagalau.rules.workmode.Examples.days;
import static kz.bagalau.rules.workmode.Examples.given;
import static kz.bagalau.rules.workmode.Examples.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.ScheduleDay.Reason.Kind;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalScheduleTest {

    private static final LocalDate FEBRUARY_10 = LocalDate.of(2026, 2, 10);
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<WorkRules> RULES =
            List.of(
                    rules(Optional.empty(), "2025-01-01", "09:00-18:30 13:00-14:30"),
                    rules(Optional.of("u1"), "2026-03-02", "08:00-17:00 12:00-13:00"),
                    rules(Optional.of("u2"), "2025-01-01", "07:00-16:00 11:00-12:00"));

    static Stream<Arguments> examples() {
        return Examples.rows(PersonalScheduleTest.class, "schedule-examples.csv", 11);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void eachDayWithItsReasons(List<String> row) {
        LocalDate day = LocalDate.parse(row.get(1));

        ScheduleDay found = schedule(row).on(day);

        assertThat(found.working()).isEqualTo(row.get(7).equals("yes"));
        assertThat(found.place()).isEqualTo(ScheduleDay.Place.valueOf(row.get(8)));
        assertThat(found.hours()).isEqualTo(given(row.get(9)).map(Examples::hours));
        assertThat(
                        found.because().stream()
                                .map(reason -> reason.kind().name())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(row.get(10));
        assertThat(found.passagesExpected()).isEqualTo(found.place() == ScheduleDay.Place.SITE);
    }

    @Test
    void theReasonsNameTheirActAndParagraph() {
        ScheduleDay day =
                schedule(
                                List.of(flexible("2026-02-02..2026-02-27 10:00-19:00")),
                                List.of(remote("2026-02-02..2026-02-27")),
                                List.of(new RecallTerm("r-3", FEBRUARY_10, Optional.empty())))
                        .on(FEBRUARY_10);

        assertThat(day.because())
                .extracting(reason ->
                        reason.act()
                                + " "
                                + reason.citation().orElseThrow().act()
                                + " "
                                + reason.citation().orElseThrow().paragraph())
                .containsExactly(
                        "rules of 2025-01-01 No. 121 ¶4",
                        "f-1 No. 120 ¶17(3)",
                        "m-1 No. 120 ¶4, ¶5, ¶6",
                        "r-3 No. 120 ¶12");
    }

    @Test
    void hoursByWorkRegulationsAreNamed() {
        PersonalSchedule schedule =
                new PersonalSchedule(
                        WorkingCalendar.published(),
                        RULES,
                        _ -> Optional.empty(),
                        List.of(
                                new RegulatedHours(
                                        "регламент, п. 3", FEBRUARY_10, Optional.of(FEBRUARY_10))),
                        List.of(),
                        List.of(),
                        List.of(),
                        _ -> Optional.empty());

        assertThat(schedule.on(FEBRUARY_10).because(Kind.REGULATED_HOURS).orElseThrow().act())
                .isEqualTo("регламент, п. 3");
        assertThat(schedule.on(FEBRUARY_10.plusDays(1)).because(Kind.REGULATED_HOURS)).isEmpty();
    }

    @Test
    void withoutRulesADayHasNoHours() {
        ScheduleDay day =
                new PersonalSchedule(
                                WorkingCalendar.published(),
                                List.of(),
                                _ -> Optional.of("u1"),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                _ -> Optional.empty())
                        .on(FEBRUARY_10);

        assertThat(day.working()).isTrue();
        assertThat(day.hours()).isEmpty();
        assertThat(day.because(Kind.NO_RULES)).isPresent();
    }

    @Test
    void rulesThatHaveEndedGiveWayToThoseOfTheBody_notToEarlierOnes() {
        List<WorkRules> rules =
                List.of(
                        rules(Optional.empty(), "2025-01-01", "09:00-18:30"),
                        rules(Optional.of("u1"), "2025-01-01", "07:00-16:00"),
                        new WorkRules(
                                Optional.of("u1"),
                                LocalDate.of(2026, 2, 2),
                                Optional.of(FEBRUARY_10),
                                hours("08:00-17:00"),
                                MONDAY_TO_FRIDAY,
                                "summer"));

        assertThat(start(rules, LocalDate.of(2026, 1, 30))).isEqualTo("07:00");
        assertThat(start(rules, FEBRUARY_10)).isEqualTo("08:00");
        assertThat(start(rules, FEBRUARY_10.plusDays(1))).isEqualTo("09:00");
    }

    @Test
    void p4_theRulesOfTheUnitComeFirst_andThoseOfNoOther() {
        LocalDate begun = LocalDate.of(2026, 3, 2);

        assertThat(WorkRules.of(RULES, Optional.of("u1"), begun).orElseThrow().unit())
                .contains("u1");
        assertThat(WorkRules.of(RULES, Optional.of("u1"), FEBRUARY_10).orElseThrow().unit())
                .isEmpty();
        assertThat(WorkRules.of(RULES, Optional.empty(), begun).orElseThrow().unit()).isEmpty();
    }

    @Test
    void aWeekOfSixDaysIsWorkedOnSaturdays_andRestsOnTheHolidaysOfAll() {
        List<WorkRules> six =
                List.of(
                        new WorkRules(
                                Optional.empty(),
                                LocalDate.of(2025, 1, 1),
                                Optional.empty(),
                                hours("09:00-16:00"),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                                "six days"));

        assertThat(on(six, LocalDate.of(2026, 2, 14)).working()).isTrue();
        assertThat(on(six, LocalDate.of(2026, 2, 15)).working()).isFalse();
        assertThat(on(six, LocalDate.of(2026, 3, 21)).working()).isFalse(); // Nauryz, a Saturday
    }

    @Test
    void twoActsOfOneKindOnOneDayAreAMistakeOfTheProgram() {
        assertThatThrownBy(() ->
                        schedule(
                                List.of(
                                        flexible("2026-02-02..2026-02-10 10:00-19:00"),
                                        flexible("2026-02-10..2026-02-27 11:00-20:00")),
                                List.of(),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("f-1");
        assertThat(
                        schedule(
                                        List.of(
                                                flexible("2026-02-02..2026-02-10 10:00-19:00"),
                                                flexible("2026-02-11..2026-02-27 11:00-20:00")),
                                        List.of(),
                                        List.of())
                                .on(LocalDate.of(2026, 2, 11))
                                .hours())
                .contains(hours("11:00-20:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10T21:00, 2026-02-11T10:00", // W46
        "2026-02-10T10:00, 2026-02-10T10:00",
        "2026-02-10T18:59, 2026-02-10T18:59",
        "2026-02-10T19:00, 2026-02-11T10:00",
        "2026-02-10T09:59, 2026-02-10T10:00",
        "2026-02-13T21:00, 2026-02-16T10:00" // over a weekend
    })
    void p11_aMessageOfOursIsKeptUntilWorkingTimeBegins(LocalDateTime due, LocalDateTime sent) {
        PersonalSchedule schedule =
                schedule(
                        List.of(flexible("2026-02-02..2026-02-27 10:00-19:00")),
                        List.of(remote("2026-02-02..2026-02-27")),
                        List.of());

        assertThat(schedule.nextWorkingMoment(due)).contains(sent);
    }

    @Test
    void p11_aNightShiftOfTheDayBeforeIsWorkingTime() {
        PersonalSchedule schedule =
                schedule(
                        List.of(flexible("2026-02-02..2026-02-27 20:00-08:00")),
                        List.of(),
                        List.of());

        assertThat(schedule.nextWorkingMoment(LocalDateTime.parse("2026-02-14T07:59")))
                .contains(LocalDateTime.parse("2026-02-14T07:59"));
        assertThat(schedule.nextWorkingMoment(LocalDateTime.parse("2026-02-14T08:00")))
                .contains(LocalDateTime.parse("2026-02-16T20:00"));
    }

    @Test
    void p11_aMessageToSomebodyWhoIsAwayWaits_andBeyondTheCalendarThereIsNoAnswer() {
        PersonalSchedule away =
                new PersonalSchedule(
                        WorkingCalendar.published(),
                        RULES,
                        _ -> Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        day ->
                                day.isAfter(FEBRUARY_10.plusDays(1))
                                        ? Optional.empty()
                                        : Optional.of("VACATION"));

        assertThat(away.nextWorkingMoment(FEBRUARY_10.atTime(10, 0)))
                .contains(LocalDate.of(2026, 2, 12).atTime(9, 0));
        assertThat(away.nextWorkingMoment(LocalDate.of(2040, 1, 1).atStartOfDay())).isEmpty();
    }

    private static String start(List<WorkRules> rules, LocalDate day) {
        return on(rules, day).hours().orElseThrow().start().toString();
    }

    private static ScheduleDay on(List<WorkRules> rules, LocalDate day) {
        return new PersonalSchedule(
                        WorkingCalendar.published(),
                        rules,
                        _ -> Optional.of("u1"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        _ -> Optional.empty())
                .on(day);
    }

    private static PersonalSchedule schedule(List<String> row) {
        List<RemoteTerm> remote =
                Stream.concat(
                                given(row.get(3)).map(PersonalScheduleTest::remote).stream(),
                                given(row.get(4)).map(PersonalScheduleTest::combined).stream())
                        .toList();
        return new PersonalSchedule(
                WorkingCalendar.published(),
                RULES,
                _ -> Optional.of("u1"),
                List.of(),
                given(row.get(2)).map(PersonalScheduleTest::flexible).stream().toList(),
                remote,
                given(row.get(5)).map(PersonalScheduleTest::recall).stream().toList(),
                _ -> given(row.get(6)));
    }

    private static PersonalSchedule schedule(
            List<FlexibleTerm> flexible, List<RemoteTerm> remote, List<RecallTerm> recalls) {
        return new PersonalSchedule(
                WorkingCalendar.published(),
                RULES,
                _ -> Optional.of("u1"),
                List.of(),
                flexible,
                remote,
                recalls,
                _ -> Optional.empty());
    }

    private static WorkRules rules(Optional<String> unit, String from, String hours) {
        return new WorkRules(
                unit,
                LocalDate.parse(from),
                Optional.empty(),
                hours(hours),
                MONDAY_TO_FRIDAY,
                "rules of " + from);
    }

    private static FlexibleTerm flexible(String cell) {
        String[] parts = cell.split(" ", 2);
        DayHours hours = hours(parts[1]);
        return new FlexibleTerm(Examples.term("f-1", parts[0]), hours);
    }

    private static RemoteTerm remote(String cell) {
        return new RemoteTerm(Examples.term("m-1", cell), RemoteAct.Kind.REMOTE, Optional.empty());
    }

    private static RemoteTerm combined(String cell) {
        String[] parts = cell.split(" ");
        return new RemoteTerm(
                Examples.term("m-2", parts[0]),
                RemoteAct.Kind.COMBINED,
                Arrays.stream(parts).skip(1).findFirst().map(PersonalScheduleTest::remoteDays));
    }

    private static RemoteDays remoteDays(String cell) {
        return Character.isDigit(cell.charAt(0))
                ? new RemoteDays(Set.of(), Set.of(LocalDate.parse(cell)))
                : new RemoteDays(Set.of(DayOfWeek.valueOf(cell)), Set.of());
    }

    private static RecallTerm recall(String cell) {
        List<LocalDate> days = days(cell);
        return new RecallTerm("r-1", days.getFirst(), days.stream().skip(1).findFirst());
    }
}
