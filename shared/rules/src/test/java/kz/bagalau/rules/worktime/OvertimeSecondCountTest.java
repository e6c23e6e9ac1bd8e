package kz.bagalau.rules.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.worktime.Passage.Direction;
import org.junit.jupiter.api.Test;

/// The overtime of a month counted a second time, another way: minute by minute over random stays,
/// working times, night shifts and acts of the employer, whatever the order of the file and however
/// often its rows stand in it.
class OvertimeSecondCountTest {

    private static final int MONTHS = 150;
    private static final long SEED = 57_46_2023_02_20L;
    private static final YearMonth MARCH = YearMonth.of(2025, 3); // Women's Day and Nauryz

    private final CalendarYear calendar = WorkingCalendar.published().year(2025);
    private final Random random = new Random(SEED);

    private record Stay(LocalDateTime from, LocalDateTime to) {}

    @Test
    void bothCountsAgree() {
        Hours all = Hours.NONE;
        for (int i = 0; i < MONTHS; i++) {
            WorkTime time = time();
            List<Stay> stays = stays();
            List<EmployersAct> acts = acts();
            Schedule schedule = new Schedule();
            schedule.put("unit", LocalDate.of(2025, 1, 1), time);
            Person person = new Person("p", "unit", Scope.CENTRAL);

            Hours total =
                    MonthOvertime.of(
                                    MARCH,
                                    List.of(person),
                                    Map.of("p", passages(stays)),
                                    schedule,
                                    Map.of("p", acts),
                                    calendar)
                            .total();

            assertThat(total).as("%d: %s %s", i, time, stays).isEqualTo(minutes(stays, time, acts));
            all = all.plus(total);
        }
        assertThat(List.of(all.weekday(), all.weekdayAuthorised(), all.weekend()))
                .allMatch(part -> part.compareTo(Duration.ofHours(MONTHS)) > 0);
    }

    private Hours minutes(List<Stay> stays, WorkTime time, List<EmployersAct> acts) {
        long[] counted = new long[4];
        for (Stay stay : stays) {
            for (LocalDateTime minute = stay.from();
                    minute.isBefore(stay.to());
                    minute = minute.plusMinutes(1)) {
                if (isOvertime(minute, stay, time)) {
                    LocalDateTime at = minute;
                    boolean authorised =
                            acts.stream()
                                    .anyMatch(act ->
                                            !at.isBefore(act.from()) && at.isBefore(act.to()));
                    counted[(works(at.toLocalDate()) ? 0 : 2) + (authorised ? 1 : 0)]++;
                }
            }
        }
        return new Hours(
                Duration.ofMinutes(counted[0]),
                Duration.ofMinutes(counted[1]),
                Duration.ofMinutes(counted[2]),
                Duration.ofMinutes(counted[3]));
    }

    private boolean isOvertime(LocalDateTime minute, Stay stay, WorkTime time) {
        LocalDate day = minute.toLocalDate();
        LocalDate before = day.minusDays(1);
        LocalDateTime shiftEnds = time.endOf(before);
        boolean afterShift = works(before) && time.endsNextDay();
        if (afterShift && minute.isBefore(shiftEnds.plusMinutes(30))) {
            return false;
        }
        if (!works(day)) {
            return true;
        }
        LocalDateTime start = day.atTime(time.start());
        LocalDateTime dayBreak = day.atTime(4, 0);
        if (afterShift) {
            LocalDateTime middle =
                    shiftEnds.plusMinutes(Duration.between(shiftEnds, start).toMinutes() / 2);
            dayBreak = middle.isAfter(dayBreak) ? middle : dayBreak;
        }
        boolean stayedOn = minute.isBefore(start) && stay.from().isBefore(dayBreak);
        return stayedOn || !minute.isBefore(time.endOf(day).plusMinutes(30));
    }

    private boolean works(LocalDate day) {
        return calendar.isWorking(day);
    }

    private WorkTime time() {
        return random.nextInt(4) == 0
                ? new WorkTime(LocalTime.of(20, 0), LocalTime.of(8, 0))
                : new WorkTime(
                        LocalTime.of(7 + random.nextInt(4), 0),
                        LocalTime.of(16 + random.nextInt(4), 15 * random.nextInt(4)));
    }

    /// Stays that do not touch, each shorter than a day.
    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        LocalDateTime from = MonthOvertime.begin(MARCH).plusMinutes(random.nextInt(1_000));
        while (from.isBefore(LocalDateTime.of(2025, 3, 31, 20, 0))) {
            int most = random.nextInt(3) == 0 ? 1_400 : 700;
            LocalDateTime to = from.plusMinutes(2 + random.nextInt(most));
            stays.add(new Stay(from, to));
            from = to.plusMinutes(2 + random.nextInt(random.nextBoolean() ? 1_200 : 100));
        }
        return stays;
    }

    private List<EmployersAct> acts() {
        List<EmployersAct> acts = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDateTime from = MARCH.atDay(1 + random.nextInt(31)).atTime(random.nextInt(24), 0);
            acts.add(new EmployersAct(from, from.plusMinutes(30 + random.nextInt(800)), "№ " + i));
        }
        return acts;
    }

    private List<Passage> passages(List<Stay> stays) {
        List<Passage> passages = new ArrayList<>();
        for (Stay stay : stays) {
            passages.add(new Passage(stay.from(), Direction.IN));
            passages.add(new Passage(stay.to(), Direction.OUT));
        }
        switch (random.nextInt(3)) {
            case 0 -> Collections.reverse(passages);
            case 1 -> Collections.shuffle(passages, random);
            default -> {}
        }
        if (random.nextBoolean()) {
            passages.addAll(List.copyOf(passages.subList(0, passages.size() / 2)));
        }
        return passages;
    }
}
