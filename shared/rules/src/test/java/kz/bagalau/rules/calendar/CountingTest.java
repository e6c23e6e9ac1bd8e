package kz.bagalau.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kz.bagalau.rules.calendar.Counting.CalendarDaysAfter;
import kz.bagalau.rules.calendar.Counting.DayOfNextMonth;
import kz.bagalau.rules.calendar.Counting.EndOfNextMonth;
import kz.bagalau.rules.calendar.Counting.MonthsFrom;
import kz.bagalau.rules.calendar.Counting.WorkingDaysAfter;
import kz.bagalau.rules.calendar.Counting.WorkingDaysBefore;
import kz.bagalau.rules.calendar.Counting.YearsAfter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);
    private static final int DAYS = 1_300;

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @Test
    void c1_theDayOfTheEventIsNotCounted_andTheLastCountedDayIsDue() {
        // Friday; Saturday and Sunday are passed over
        var count = new WorkingDaysAfter(5).from(date("2026-01-16"), calendar);

        assertThat(count.counted())
                .isEqualTo(dates("2026-01-19 2026-01-20 2026-01-21 2026-01-22 2026-01-23"));
        assertThat(count.due()).isEqualTo("2026-01-23");
    }

    @Test
    void c1_aWorkingSundayCounts() {
        // Thursday 2 January 2025; Friday the 3rd is off, Sunday the 5th works
        assertThat(new WorkingDaysAfter(2).from(date("2025-01-02"), calendar).counted())
                .isEqualTo(dates("2025-01-05 2025-01-06"));
    }

    @Test
    void c2_countsBackFromTheLastWorkingDayBefore() {
        // Tuesday 12 May 2026; Monday the 11th and Thursday the 7th are off
        assertThat(new WorkingDaysBefore(3).from(date("2026-05-12"), calendar).counted())
                .isEqualTo(dates("2026-05-08 2026-05-06 2026-05-05"));
    }

    @ParameterizedTest
    @CsvSource({
        // 10 days after Wednesday 6 May 2026 end on Saturday the 16th
        "NONE, 2026-05-16",
        "PREVIOUS, 2026-05-15",
        "NEXT, 2026-05-18"
    })
    void c3_calendarDaysEndOnADayOffToo_unlessAPolicyMovesThem(Roll roll, LocalDate due) {
        var count = new CalendarDaysAfter(10, roll).from(date("2026-05-06"), calendar);

        assertThat(count.counted()).hasSize(10).startsWith(date("2026-05-07"));
        assertThat(count.nominalDue()).isEqualTo("2026-05-16");
        assertThat(count.due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // Sunday 20 April 2025
        "NONE, 2025-04-20",
        "PREVIOUS, 2025-04-18",
        "NEXT, 2025-04-21"
    })
    void c4_aFixedDateStaysWhereItIs_unlessAPolicyMovesIt(Roll roll, LocalDate due) {
        var count = new DayOfNextMonth(20, roll).from(date("2025-03-31"), calendar);

        assertThat(count.counted()).isEmpty();
        assertThat(count.nominalDue()).isEqualTo("2025-04-20");
        assertThat(count.due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // Saturday 31 January 2026
        "NONE, 2026-01-31",
        "PREVIOUS, 2026-01-30",
        "NEXT, 2026-02-02"
    })
    void c4_theEndOfTheNextMonthLikewise(Roll roll, LocalDate due) {
        var count = new EndOfNextMonth(roll).from(date("2025-12-31"), calendar);

        assertThat(count.nominalDue()).isEqualTo("2026-01-31");
        assertThat(count.due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 6, 2026-07-14",
        "2025-08-31, 6, 2026-02-28", // no 31 February
        "2023-08-31, 6, 2024-02-29", // nor in a leap year
        "2023-08-29, 6, 2024-02-28", // 29 February 2024 minus one day
        "2025-01-01, 1, 2025-01-31",
        "2025-03-01, 12, 2026-02-28"
    })
    void c5_monthsEndTheDayBeforeTheSameNumber_orWithTheMonth(
            LocalDate start, int months, LocalDate last) {
        assertThat(new MonthsFrom(months).from(start, calendar).due()).isEqualTo(last);
    }

    @Test
    void c5_eachMonthsLastDayIsTold() {
        assertThat(new MonthsFrom(3).from(date("2025-12-31"), calendar).counted())
                .isEqualTo(dates("2026-01-30 2026-02-28 2026-03-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-20, 2029-01-20", // E103
        "2026-12-31, 2029-12-31",
        "2024-02-29, 2027-02-28",
        "2026-02-28, 2029-02-28"
    })
    void c5_yearsAfterAnEventEndOnItsOwnDay(LocalDate event, LocalDate last) {
        assertThat(new YearsAfter(3).from(event, calendar).due()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-16T23:30:00+05:00, 2026-01-16", // E98
        "2026-01-16T18:59:59Z, 2026-01-16",
        "2026-01-16T19:00:00Z, 2026-01-17",
        "2024-02-28T18:30:00Z, 2024-02-29", // UTC+6 until then
        "2024-03-01T18:30:00Z, 2024-03-01"
    })
    void c6_daysAreThoseOfAlmaty(OffsetDateTime instant, LocalDate day) {
        Instant utc = instant.toInstant();

        assertThat(AlmatyTime.day(utc)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-08", "2026-05-09", "2026-05-10", "2026-05-11"})
    void c7_anEventOnADayOffIsTakenAsItIs_andTheCountStartsOnTheNextWorkingDay(LocalDate event) {
        // Friday; Saturday, Victory Day; Sunday; Monday, its substitute
        assertThat(new WorkingDaysAfter(2).from(event, calendar).counted())
                .isEqualTo(dates("2026-05-12 2026-05-13"));
    }

    @ParameterizedTest
    @EnumSource
    void everyConventionHasItsCodeAndItsNameInThreeLanguages(Convention convention) {
        assertThat(convention.code()).isEqualTo("C" + (convention.ordinal() + 1));
        assertThat(convention.text().kk()).isNotBlank();
        assertThat(convention.text().ru()).isNotBlank();
        assertThat(convention.text().en()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aTermOfNothingIsNone(int length) {
        assertThatThrownBy(() -> new WorkingDaysAfter(length)).hasMessageContaining("a term of");
        assertThatThrownBy(() -> new WorkingDaysBefore(length)).hasMessageContaining("a term of");
        assertThatThrownBy(() -> new CalendarDaysAfter(length, Roll.NONE))
                .hasMessageContaining("a term of");
        assertThatThrownBy(() -> new MonthsFrom(length)).hasMessageContaining("a term of");
        assertThatThrownBy(() -> new YearsAfter(length)).hasMessageContaining("a term of");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void c1_dueIsTheNthWorkingDayAfterTheEvent_andNoWorkingDayIsLeftOut(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            LocalDate event = day(random);
            int days = 1 + random.nextInt(30);

            var count = new WorkingDaysAfter(days).from(event, calendar);

            assertThat(count.counted()).hasSize(days).doesNotContain(event);
            assertThat(count.counted())
                    .isEqualTo(calendar.working(event.plusDays(1), count.due()).toList());
            assertThat(calendar.isWorking(count.due())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void c1_aLaterEventOrALongerTermIsNeverDueEarlier(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            LocalDate event = day(random);
            LocalDate later = event.plusDays(random.nextInt(10));
            int days = 1 + random.nextInt(30);
            LocalDate due = new WorkingDaysAfter(days).from(event, calendar).due();

            assertThat(new WorkingDaysAfter(days).from(later, calendar).due())
                    .isAfterOrEqualTo(due);
            assertThat(new WorkingDaysAfter(days + 1).from(event, calendar).due()).isAfter(due);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void c2_isC1Backwards(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            LocalDate event = day(random);
            int days = 1 + random.nextInt(15);

            var count = new WorkingDaysBefore(days).from(event, calendar);

            assertThat(count.counted().reversed())
                    .isEqualTo(calendar.working(count.due(), event.minusDays(1)).toList());
            assertThat(count.counted()).hasSize(days);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void c5_monthsFollowOneAnotherWithoutGap_exceptWhereANumberIsMissing(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            LocalDate start = day(random);
            int months = 1 + random.nextInt(12);

            LocalDate last = new MonthsFrom(months).from(start, calendar).due();

            if (start.getDayOfMonth() <= 28) {
                assertThat(last.plusDays(1)).isEqualTo(start.plusMonths(months));
            } else {
                assertThat(ChronoUnit.DAYS.between(last, start.plusMonths(months)))
                        .isBetween(0L, 1L);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void anotherYearMovesOnlyTheTermsThatRunIntoIt(long seed) {
        var random = new Random(seed);
        var emptied =
                calendar.with(
                        new CalendarYear(
                                2026,
                                WorkWeek.FIVE_DAYS,
                                CalendarYear.Status.DRAFT,
                                "no holidays at all",
                                List.of()));
        for (int round = 0; round < 300; round++) {
            LocalDate event = day(random);
            var counting = new WorkingDaysAfter(1 + random.nextInt(20));
            LocalDate due = counting.from(event, calendar).due();

            LocalDate changed = counting.from(event, emptied).due();

            assertThat(changed).isBeforeOrEqualTo(due);
            if (due.getYear() < 2026 || event.getYear() > 2026) {
                assertThat(changed).isEqualTo(due);
            }
        }
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private static List<LocalDate> dates(String days) {
        return Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
    }

    private static LocalDate date(String day) {
        return LocalDate.parse(day);
    }
}
