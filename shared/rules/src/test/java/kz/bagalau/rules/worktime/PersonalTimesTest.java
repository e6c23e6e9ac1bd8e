package kz.bagalau.rules.worktime;

import static kz.bagalau.rules.workmode.Examples.days;
import static kz.bagalau.rules.workmode.Examples.given;
import static kz.bagalau.rules.workmode.Examples.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.Examples;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an act of flexible time moves overtime (docs/law/working-time.md §10, §12).
class PersonalTimesTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final Person PERSON = new Person("c1", "law", Scope.CENTRAL, "e1");
    private static final CalendarYear YEAR = WorkingCalendar.published().year(2026);

    static Stream<Arguments> examples() {
        return Examples.rows(PersonalTimesTest.class, "personal-overtime-examples.csv", 7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anActMovesOvertime(List<String> row) {
        YearMonth month = YearMonth.parse(row.get(1));
        MonthOvertime counted =
                count(
                        month,
                        new Schedule(
                                given(row.get(3)).map(PersonalTimesTest::act).stream().toList(),
                                List.of(body(given(row.get(2)).orElse("09:00-18:30")))),
                        Arrays.stream(row.get(4).split(", "))
                                .map(cell -> passage(month, cell))
                                .toList());

        assertThat(counted.listing())
                .extracting(one ->
                        "%s %s %d"
                                .formatted(
                                        one.day().date(),
                                        one.day().working() ? "w" : "-",
                                        one.day().counted().toMinutes()))
                .containsExactlyElementsOf(
                        given(row.get(5)).stream()
                                .flatMap(cell -> Arrays.stream(cell.split(", ")))
                                .toList());
        assertThat(counted.unpaired().values().stream().mapToInt(List::size).sum())
                .isEqualTo(Integer.parseInt(row.get(6)));
        assertThat(counted.withoutSchedule()).isEmpty();
    }

    @Test
    void theActIsAskedFirst_thenThePersonsRow_thenTheUnits_thenTheRules() {
        LocalDate day = LocalDate.of(2026, 2, 10);
        PersonalTimes act = act("2026-02-10..2026-02-10 11:00-20:30");
        List<WorkRules> rules =
                List.of(
                        body("09:00-18:30"),
                        new WorkRules(
                                Optional.of("law"),
                                LocalDate.of(2026, 2, 1),
                                Optional.empty(),
                                hours("08:00-17:00"),
                                EnumSet.allOf(DayOfWeek.class),
                                "order 2"));

        var all = new Schedule(List.of(act), rules);
        all.put("c1", day.minusDays(30), time("07:00"));
        all.put("law", day.minusDays(30), time("06:00"));
        assertThat(start(all, day)).isEqualTo("11:00");
        assertThat(start(all, day.plusDays(1))).isEqualTo("07:00");

        var unit = new Schedule(List.of(), rules);
        unit.put("law", day.minusDays(30), time("06:00"));
        assertThat(start(unit, day)).isEqualTo("06:00");
        assertThat(start(new Schedule(List.of(), rules), day)).isEqualTo("08:00");
        assertThat(start(new Schedule(List.of(), rules.subList(0, 1)), day)).isEqualTo("09:00");
        assertThat(new Schedule().of(PERSON, day)).isEmpty();
    }

    @Test
    void anActOfAnotherEmployeeMovesNobody() {
        var schedule =
                new Schedule(
                        List.of(
                                new PersonalTimes(
                                        "c1", // the card is not the employee
                                        LocalDate.of(2026, 2, 1),
                                        LocalDate.of(2026, 2, 28),
                                        time("11:00"),
                                        "7")),
                        List.of(body("09:00-18:30")));

        assertThat(start(schedule, LocalDate.of(2026, 2, 10))).isEqualTo("09:00");
    }

    @Test
    void twoActsOnOneDayAreAMistakeOfTheProgram() {
        assertThatThrownBy(() ->
                        new Schedule(
                                List.of(
                                        act("2026-02-01..2026-02-10 10:00-19:00"),
                                        act("2026-02-10..2026-02-20 11:00-20:00")),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'10T10:25 IN, 10T19:00 OUT', LATE 25", // W59
        "'10T10:00 IN, 10T19:00 OUT', ''",
        "'10T09:30 IN, 10T18:15 OUT', EARLY 45",
        "'10T10:05 IN, 10T18:58 OUT', LATE 5 EARLY 2",
        "'10T10:00 IN, 10T13:00 OUT, 10T14:00 IN', ''", // not seen leaving
        "'10T10:00 IN, 10T13:00 OUT, 10T14:00 IN, 10T19:00 OUT', ''",
        "'10T19:10 IN, 10T19:40 OUT', ''", // nothing of the day itself is known
        "'14T12:00 IN, 14T13:00 OUT', ''" // a day off
    })
    void p20_deviationsOfFlexibleEmployees(String passages, String deviations) {
        MonthOvertime counted =
                count(
                        FEBRUARY,
                        new Schedule(
                                List.of(act("2026-02-01..2026-02-28 10:00-19:00")),
                                List.of(body("09:00-18:30"))),
                        Arrays.stream(passages.split(", "))
                                .map(cell -> passage(FEBRUARY, cell))
                                .toList());

        assertThat(
                        counted.deviations().stream()
                                .map(one -> one.kind() + " " + one.minutes())
                                .reduce((a, b) -> a + " " + b)
                                .orElse(""))
                .isEqualTo(deviations);
    }

    @Test
    void p20_whoWasNotSeenComingIsNotLate() {
        // The working time begins before the day of presence does, at 04:00
        var schedule =
                new Schedule(
                        List.of(act("2026-02-01..2026-02-28 02:00-11:00")),
                        List.of(body("09:00-18:30")));

        assertThat(
                        count(FEBRUARY, schedule, List.of(passage(FEBRUARY, "10T10:30 OUT")))
                                .deviations())
                .extracting(one -> one.kind() + " " + one.minutes())
                .containsExactly("EARLY 30");
    }

    @Test
    void p20_theFirstDayOfAnActIsItsOwn_alsoAfterANightShift() {
        var schedule =
                new Schedule(
                        List.of(act("2026-02-11..2026-02-20 10:00-19:00")),
                        List.of(body("22:00-06:00")));

        assertThat(
                        count(
                                        FEBRUARY,
                                        schedule,
                                        List.of(
                                                passage(FEBRUARY, "11T10:25 IN"),
                                                passage(FEBRUARY, "11T19:00 OUT")))
                                .deviations())
                .extracting(one -> one.date() + " " + one.kind() + " " + one.minutes())
                .containsExactly("2026-02-11 LATE 25");
    }

    @Test
    void p20_deviationsAreListedForThoseWhoseOvertimeDoesNotCount_andForNobodyElse() {
        List<Passage> late =
                List.of(passage(FEBRUARY, "10T10:25 IN"), passage(FEBRUARY, "10T19:00 OUT"));
        Map<String, List<Passage>> passages = Map.of("c1", late, "c2", late);
        MonthOvertime counted =
                MonthOvertime.of(
                        FEBRUARY,
                        List.of(
                                new Person("c1", "law", Scope.OTHER, "e1"),
                                new Person("c2", "law", Scope.CENTRAL, "e2")),
                        passages,
                        new Schedule(
                                List.of(act("2026-02-01..2026-02-28 10:00-19:00")),
                                List.of(body("09:00-18:30"))),
                        Map.of(),
                        YEAR);

        assertThat(counted.deviations())
                .containsExactly(
                        new Deviation(
                                "e1", LocalDate.of(2026, 2, 10), Deviation.Kind.LATE, 25, "7"));
        assertThat(counted.uncounted()).isEqualTo(1);
    }

    @Test
    void threeTimesTwentyMinutesAreAnHour() { // §12, 13
        var schedule = new Schedule(List.of(), List.of(body("09:00-18:30")));
        List<Person> people =
                Stream.of("a", "b", "c").map(id -> new Person(id, id, Scope.CENTRAL)).toList();
        Map<String, List<Passage>> passages = new TreeMap<>();
        people.forEach(person ->
                passages.put(
                        person.id(),
                        List.of(
                                passage(FEBRUARY, "10T09:00 IN"),
                                passage(FEBRUARY, "10T19:20 OUT"))));

        MonthOvertime counted =
                MonthOvertime.of(FEBRUARY, people, passages, schedule, Map.of(), YEAR);

        assertThat(Hours.decimal(counted.total().weekday())).isEqualByComparingTo("1");
    }

    /// The second count: every minute of a month is asked whether somebody was there and whether it
    /// was beyond the norm, from the drawn acts alone.
    @ParameterizedTest
    @ValueSource(longs = {1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144})
    void everyMinuteIsCountedASecondTime(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            List<PersonalTimes> acts = acts(random);
            WorkRules rules = body("09:00-18:30");
            List<LocalDateTime> turns = turns(random);
            List<Passage> passages = new ArrayList<>();
            for (int i = 0; i < turns.size(); i++) {
                passages.add(new Passage(turns.get(i), i % 2 == 0 ? Direction.IN : Direction.OUT));
            }

            Map<LocalDate, Long> expected = new TreeMap<>();
            for (int i = 0; i + 1 < turns.size(); i += 2) {
                byMinute(turns.get(i), turns.get(i + 1), acts, rules, expected);
            }
            Map<LocalDate, Long> counted = new TreeMap<>();
            count(FEBRUARY, new Schedule(acts, List.of(rules)), passages)
                    .listing()
                    .forEach(row -> {
                        counted.put(row.day().date(), row.day().counted().toMinutes());
                        assertThat(row.day().counted()).isLessThanOrEqualTo(Duration.ofHours(24));
                    });

            assertThat(counted).as("%s %s", acts, turns).isEqualTo(expected);
        }
    }

    private static void byMinute(
            LocalDateTime in,
            LocalDateTime out,
            List<PersonalTimes> acts,
            WorkRules rules,
            Map<LocalDate, Long> counted) {
        for (LocalDateTime minute = in; minute.isBefore(out); minute = minute.plusMinutes(1)) {
            LocalDate day = minute.toLocalDate();
            LocalTime[] today = times(day, acts, rules);
            boolean beyond;
            if (off(day)) {
                beyond = true;
            } else {
                LocalDateTime end = day.atTime(today[1]).plusMinutes(30);
                boolean night = in.toLocalDate().isBefore(day) || in.getHour() < 4;
                beyond = !minute.isBefore(end) || (night && minute.isBefore(day.atTime(today[0])));
            }
            // What the shift of the day before, and its 30 minutes, reach of this day.
            LocalDate before = day.minusDays(1);
            if (!off(before)) {
                LocalTime[] shift = times(before, acts, rules);
                LocalDateTime last = before.atTime(shift[1]).plusMinutes(30);
                beyond &= !minute.isBefore(last);
            }
            if (beyond) {
                counted.merge(day, 1L, Long::sum);
            }
        }
    }

    private static LocalTime[] times(LocalDate day, List<PersonalTimes> acts, WorkRules rules) {
        for (PersonalTimes act : acts) {
            if (!day.isBefore(act.from()) && !day.isAfter(act.to())) {
                return new LocalTime[] {act.time().start(), act.time().end()};
            }
        }
        return new LocalTime[] {rules.hours().start(), rules.hours().end()};
    }

    /// Weekends: February 2026 has no other days off.
    private static boolean off(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    private static List<PersonalTimes> acts(Random random) {
        List<PersonalTimes> acts = new ArrayList<>();
        LocalDate from = LocalDate.of(2026, 1, 25);
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate first = from.plusDays(random.nextInt(8));
            LocalDate last = first.plusDays(random.nextInt(10));
            LocalTime start = LocalTime.of(6 + random.nextInt(6), random.nextInt(60));
            LocalTime end = start.plusHours(7).plusMinutes(random.nextInt(4 * 60));
            acts.add(new PersonalTimes("e1", first, last, new WorkTime(start, end), "act " + i));
            from = last.plusDays(1);
        }
        return acts;
    }

    /// Ways in and out of the building by turns, within the month's days of presence.
    private static List<LocalDateTime> turns(Random random) {
        List<LocalDateTime> turns = new ArrayList<>();
        LocalDateTime at = LocalDate.of(2026, 2, 2).atTime(6, 0);
        while (at.isBefore(LocalDate.of(2026, 2, 25).atStartOfDay())) {
            turns.add(at.plusMinutes(random.nextInt(300)));
            at = turns.getLast().plusMinutes(60 + random.nextInt(17 * 60));
            turns.add(at);
            at = at.plusMinutes(30 + random.nextInt(12 * 60));
        }
        turns.sort(Comparator.naturalOrder());
        return turns;
    }

    private static MonthOvertime count(YearMonth month, Schedule schedule, List<Passage> passages) {
        return MonthOvertime.of(
                month,
                List.of(PERSON),
                Map.of("c1", passages),
                schedule,
                Map.of(),
                WorkingCalendar.published().year(month.getYear()));
    }

    private static String start(Schedule schedule, LocalDate day) {
        return schedule.of(PERSON, day).orElseThrow().start().toString();
    }

    private static WorkTime time(String start) {
        return new WorkTime(LocalTime.parse(start), LocalTime.of(20, 0));
    }

    private static PersonalTimes act(String cell) {
        String[] parts = cell.split(" ");
        return new PersonalTimes(
                "e1",
                days(parts[0]).getFirst(),
                days(parts[0]).getLast(),
                hours(parts[1]).time(),
                "7");
    }

    private static WorkRules body(String cell) {
        return new WorkRules(
                Optional.empty(),
                LocalDate.of(2025, 1, 1),
                Optional.empty(),
                hours(cell),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                "order 1");
    }

    /// `10T10:55 IN`
    private static Passage passage(YearMonth month, String cell) {
        String[] parts = cell.split("(?<=\\d)T|\\s");
        return new Passage(
                month.atDay(Integer.parseInt(parts[0])).atTime(LocalTime.parse(parts[1])),
                Direction.valueOf(parts[2]));
    }
}
