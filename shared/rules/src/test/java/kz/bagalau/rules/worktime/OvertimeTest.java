package kz.bagalau.rules.worktime;

import static kz.bagalau.rules.worktime.PairingTest.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.Overtime.Day;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// November 2025: the 3rd is a Monday, the 8th a Saturday, the 10th a Monday.
class OvertimeTest {

    private static final WorkTime NINE_TO_HALF_PAST_SIX =
            new WorkTime(LocalTime.of(9, 0), LocalTime.of(18, 30));

    private final Overtime overtime = overtime(NINE_TO_HALF_PAST_SIX);

    @ParameterizedTest
    @CsvSource({
        "18:00, PT0S",
        "18:30, PT0S",
        "19:00, PT0S",
        "19:00:01, PT1S",
        "20:00, PT1H",
        "23:45, PT4H45M"
    })
    void aWorkingDayCountsFromThirtyMinutesAfterItsEnd(String exit, Duration counted) {
        assertThat(counted(presence("03 09:00", "03 " + exit))).isEqualTo(counted);
    }

    @Test
    void theTimeBeforeTheStartDoesNotCount() {
        assertThat(counted(presence("03 06:00", "03 18:30"))).isZero();
    }

    @Test
    void whoComesBackIsCountedForThePresenceOnly() {
        assertThat(counted(presence("03 09:00", "03 18:40"), presence("03 22:00", "03 23:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aNightIsCountedOnBothItsDays() {
        assertThat(days(presence("03 09:00", "04 02:00")))
                .containsExactly(day("03", true, "PT5H", "PT0S"), day("04", true, "PT2H", "PT0S"));
    }

    @Test
    void aNightThatRunsIntoTheWorkingDayEndsWithItsStart() {
        assertThat(days(presence("03 14:00", "04 13:00")))
                .containsExactly(day("03", true, "PT5H", "PT0S"), day("04", true, "PT9H", "PT0S"));
    }

    @Test
    void afterMidnightIntoSaturdayIsADayOff() {
        assertThat(days(presence("07 09:00", "08 01:00")))
                .containsExactly(day("07", true, "PT5H", "PT0S"), day("08", false, "PT1H", "PT0S"));
    }

    @Test
    void onADayOffAllPresenceCounts_withoutTheThirtyMinutes() {
        assertThat(days(presence("08 10:00", "08 14:00")))
                .containsExactly(day("08", false, "PT4H", "PT0S"));
    }

    @Test
    void aWorkingSundayOfTheCalendarIsAWorkingDay() {
        // Sunday 5 January 2025 is worked in place of Friday the 3rd
        var presence =
                new Presence(
                        LocalDate.of(2025, 1, 5).atTime(9, 0),
                        LocalDate.of(2025, 1, 5).atTime(19, 30),
                        true);

        assertThat(overtime.of(List.of(presence), List.of()))
                .extracting(Day::working, Day::counted)
                .containsExactly(tuple(true, Duration.ofMinutes(30)));
    }

    @Test
    void anExitWithoutEntryCountsOnAWorkingDayOnly() {
        assertThat(days(new Presence(at("03 04:00"), at("03 20:00"), false)))
                .containsExactly(day("03", true, "PT1H", "PT0S"));
        assertThat(days(new Presence(at("08 04:00"), at("08 20:00"), false))).isEmpty();
    }

    @Test
    void anExitAfterMidnightWithoutEntryEndsTheWorkingDayBefore() {
        assertThat(days(new Presence(at("03 13:00"), at("04 01:00"), false)))
                .containsExactly(day("03", true, "PT5H", "PT0S"), day("04", true, "PT1H", "PT0S"));
        assertThat(days(new Presence(at("04 00:40"), at("04 01:00"), false)))
                .containsExactly(day("04", true, "PT20M", "PT0S"));
    }

    @Test
    void anExitAfterMidnightIntoSaturdayIsOnADayOff_asWithAnEntry() {
        assertThat(days(new Presence(at("07 13:00"), at("08 01:00"), false)))
                .isEqualTo(days(presence("07 13:00", "08 01:00")))
                .containsExactly(day("07", true, "PT5H", "PT0S"), day("08", false, "PT1H", "PT0S"));
    }

    @Test
    void anExitAfterMidnightOfADayOffIsNotCounted() {
        // Saturday into Sunday, Sunday into Monday
        assertThat(days(new Presence(at("08 04:00"), at("09 01:00"), false))).isEmpty();
        assertThat(days(new Presence(at("09 04:00"), at("10 01:00"), false))).isEmpty();
    }

    @Test
    void hoursUnderAnActAreToldApart_andOverlappingActsOnce() {
        assertThat(
                        overtime.of(
                                List.of(presence("03 09:00", "03 22:00")),
                                List.of(
                                        new EmployersAct(at("03 18:30"), at("03 20:00"), "12"),
                                        new EmployersAct(at("03 19:30"), at("03 21:00"), "13"))))
                .containsExactly(day("03", true, "PT1H", "PT2H"));
    }

    @Test
    void anActOverMidnightCoversBothDays() {
        assertThat(
                        overtime.of(
                                List.of(presence("07 09:00", "08 02:00")),
                                List.of(new EmployersAct(at("07 20:00"), at("08 01:00"), "14"))))
                .containsExactly(day("07", true, "PT1H", "PT4H"), day("08", false, "PT1H", "PT1H"));
    }

    @ParameterizedTest
    @CsvSource({
        // a night shift from Monday to Tuesday; the 30 minutes run until 08:30
        "20:00, 08:00, 03 19:50, 04 08:20, PT0S",
        "20:00, 08:00, 03 19:50, 04 08:30, PT0S",
        "20:00, 08:00, 03 19:50, 04 09:30, PT1H",
        "20:00, 08:00, 04 02:00, 04 08:10, PT0S",
        // back after the shift, and early for the next
        "20:00, 08:00, 04 10:00, 04 12:00, PT2H",
        "20:00, 08:00, 04 18:00, 04 20:30, PT0S",
        // from Friday to Saturday: what follows the shift lies on a day off
        "20:00, 08:00, 07 19:50, 08 08:20, PT0S",
        "20:00, 08:00, 07 19:50, 08 10:00, PT1H30M",
        "20:00, 08:00, 08 05:00, 08 09:00, PT30M",
        // from Sunday to Monday there is no shift
        "20:00, 08:00, 09 22:00, 10 02:00, PT4H",
        // until midnight, and the half hour after it
        "15:00, 00:00, 03 14:50, 03 23:50, PT0S",
        "15:00, 00:00, 03 14:50, 04 00:30, PT0S",
        "15:00, 00:00, 03 14:50, 04 01:00, PT30M",
        "15:00, 00:00, 07 14:50, 08 01:00, PT30M",
        "09:00, 23:50, 03 09:00, 04 00:50, PT30M",
        // a whole day; after the shift of Friday comes Saturday
        "08:00, 08:00, 03 08:00, 04 08:20, PT0S",
        "08:00, 08:00, 07 08:00, 08 09:00, PT30M"
    })
    void p40_1_aShiftBelongsToTheDayOnWhichItStarts(
            LocalTime start, LocalTime end, String in, String out, Duration counted) {
        assertThat(
                        overtime(new WorkTime(start, end))
                                .of(List.of(presence(in, out)), List.of())
                                .stream()
                                .map(Day::counted)
                                .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(counted);
    }

    @Test
    void p40_2_whatFollowsANightShiftIsOfTheKindOfItsDay() {
        Overtime guards = overtime(new WorkTime(LocalTime.of(20, 0), LocalTime.of(8, 0)));

        assertThat(guards.of(List.of(presence("06 19:50", "07 09:30")), List.of()))
                .containsExactly(day("07", true, "PT1H", "PT0S"));
        assertThat(guards.of(List.of(presence("07 19:50", "08 09:30")), List.of()))
                .containsExactly(day("08", false, "PT1H", "PT0S"));
    }

    @Test
    void anExitWithoutEntryAtTheEndOfANightShiftIsOfThatShift() {
        Overtime guards = overtime(new WorkTime(LocalTime.of(20, 0), LocalTime.of(8, 0)));

        assertThat(guards.of(List.of(exitOnly("03 14:00", "04 08:10")), List.of())).isEmpty();
        assertThat(guards.of(List.of(exitOnly("03 14:00", "04 09:30")), List.of()))
                .containsExactly(day("04", true, "PT1H", "PT0S"));
        assertThat(guards.of(List.of(exitOnly("07 14:00", "08 09:30")), List.of()))
                .containsExactly(day("08", false, "PT1H", "PT0S"));
        assertThat(guards.of(List.of(exitOnly("09 04:00", "09 10:00")), List.of())).isEmpty();
    }

    private static Overtime overtime(WorkTime time) {
        return new Overtime(
                new Shifts(WorkingCalendar.published()::isWorking, _ -> Optional.of(time)));
    }

    private static Presence exitOnly(String from, String to) {
        return new Presence(at(from), at(to), false);
    }

    private Duration counted(Presence... presences) {
        return days(presences).stream().map(Day::counted).reduce(Duration.ZERO, Duration::plus);
    }

    private List<Day> days(Presence... presences) {
        return overtime.of(Arrays.asList(presences), List.of());
    }

    private static Presence presence(String from, String to) {
        return new Presence(at(from), at(to), true);
    }

    private static Day day(String date, boolean working, String counted, String authorised) {
        return new Day(
                LocalDate.parse("2025-11-" + date),
                working,
                Duration.parse(counted),
                Duration.parse(authorised));
    }
}
