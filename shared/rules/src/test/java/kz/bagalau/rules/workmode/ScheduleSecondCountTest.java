package kz.bagalau.rules.workmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.monitoring.PresenceFact;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.WorkRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The personal schedule counted a second time, without its code: every minute of two months is
/// painted from the acts as they were drawn, and compared with what the schedule says of it.
class ScheduleSecondCountTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 16);
    private static final int DAYS = 45; // over Women's Day and Nauryz
    private static final int MINUTES = 24 * 60;

    /// One drawn arrangement: days from 0 on, the last one included, and minutes of the day.
    private record Drawn(int from, int to, int start, int length, int pauseAt, int pause) {}

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 15, 92, 65, 35, 89, 79, 32, 38, 46, 26})
    void everyMinuteIsAsItWasPainted(long seed) {
        random.setSeed(seed);
        Drawn body = hours(-400, 400);
        List<Drawn> unit = apart(2);
        List<Drawn> flexible = apart(4);
        List<Drawn> remote = apart(3);
        boolean combined = random.nextBoolean();
        DayOfWeek remoteDay = DayOfWeek.of(1 + random.nextInt(5));
        List<Drawn> recalls = apart(2);
        List<Drawn> away = apart(2);

        // The painting: what each day is, then each minute.
        Map<LocalDate, Drawn> times = new HashMap<>();
        Map<LocalDate, String> places = new HashMap<>();
        for (int i = -1; i <= DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            if (off(day)) {
                places.put(day, "OFF");
                continue;
            }
            Drawn time = body;
            for (Drawn one : unit) {
                time = covers(one, i) ? one : time;
            }
            for (Drawn one : flexible) {
                time = covers(one, i) ? one : time;
            }
            times.put(day, time);
            String place = "SITE";
            if (any(remote, i)) {
                place = !combined || day.getDayOfWeek() == remoteDay ? "REMOTE" : "SITE";
                place = any(recalls, i) ? "SITE" : place;
            }
            places.put(day, any(away, i) ? "ABSENT" : place);
        }
        int[] painted = new int[(DAYS + 2) * MINUTES]; // 1 working, 2 at a break
        for (int i = -1; i <= DAYS; i++) {
            Drawn time = times.get(FIRST.plusDays(i));
            if (time != null) {
                for (int minute = 0; minute < time.length(); minute++) {
                    int at = (i + 1) * MINUTES + time.start() + minute;
                    boolean pause =
                            minute >= time.pauseAt() && minute < time.pauseAt() + time.pause();
                    if (at < painted.length && painted[at] == 0) {
                        painted[at] = pause ? 2 : 1;
                    }
                }
            }
        }

        PersonalSchedule schedule =
                schedule(body, unit, flexible, remote, combined, remoteDay, recalls, away);

        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            assertThat(schedule.on(day).place().name()).as("%s", day).isEqualTo(places.get(day));
            assertThat(schedule.on(day).hours().isPresent()).isEqualTo(times.containsKey(day));
            for (int minute = random.nextInt(7); minute < MINUTES; minute += 7) {
                LocalDateTime moment = day.atStartOfDay().plusMinutes(minute);
                int paint = painted[(i + 1) * MINUTES + minute];
                compare(schedule, moment, paint);
            }
        }
    }

    private static void compare(PersonalSchedule schedule, LocalDateTime moment, int paint) {
        PresenceFact plain = PresenceFact.of(schedule, moment, WorkSettings.DEFAULTS);
        PresenceFact withBreaks =
                PresenceFact.of(
                        schedule,
                        moment,
                        WorkSettings.DEFAULTS.with(WorkSetting.PRESENCE_AT_BREAK, true));
        switch (paint) {
            case 0 -> {
                assertThat(plain)
                        .as("%s", moment)
                        .isInstanceOf(PresenceFact.Outside.class)
                        .isEqualTo(withBreaks);
            }
            case 1 ->
                    assertThat(withBreaks).as("%s", moment).isInstanceOf(PresenceFact.Inside.class);
            default -> {
                assertThat(plain).as("%s", moment).isInstanceOf(PresenceFact.Inside.class);
                assertThat(((PresenceFact.Outside) withBreaks).when())
                        .isEqualTo(PresenceFact.When.AT_BREAK);
            }
        }
    }

    private static PersonalSchedule schedule(
            Drawn body,
            List<Drawn> unit,
            List<Drawn> flexible,
            List<Drawn> remote,
            boolean combined,
            DayOfWeek remoteDay,
            List<Drawn> recalls,
            List<Drawn> away) {
        List<WorkRules> rules = new ArrayList<>(List.of(rules(Optional.empty(), body)));
        unit.forEach(one -> rules.add(rules(Optional.of("u"), one)));
        return new PersonalSchedule(
                WorkingCalendar.published(),
                rules,
                _ -> Optional.of("u"),
                List.of(),
                flexible.stream().map(one -> new FlexibleTerm(term(one), dayHours(one))).toList(),
                remote.stream()
                        .map(one ->
                                new RemoteTerm(
                                        term(one),
                                        combined ? RemoteAct.Kind.COMBINED : RemoteAct.Kind.REMOTE,
                                        combined
                                                ? Optional.of(
                                                        new RemoteDays(Set.of(remoteDay), Set.of()))
                                                : Optional.empty()))
                        .toList(),
                recalls.stream()
                        .map(one ->
                                new RecallTerm(
                                        "r",
                                        FIRST.plusDays(one.from()),
                                        Optional.of(FIRST.plusDays(one.to() + 1L))))
                        .toList(),
                day ->
                        any(away, (int) (day.toEpochDay() - FIRST.toEpochDay()))
                                ? Optional.of("VACATION")
                                : Optional.empty());
    }

    private static WorkRules rules(Optional<String> unit, Drawn drawn) {
        return new WorkRules(
                unit,
                FIRST.plusDays(drawn.from()),
                Optional.of(FIRST.plusDays(drawn.to())),
                dayHours(drawn),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                "rules");
    }

    private static Term term(Drawn drawn) {
        return new Term("act", FIRST.plusDays(drawn.from()), FIRST.plusDays(drawn.to()));
    }

    private static DayHours dayHours(Drawn drawn) {
        LocalTime start = LocalTime.ofSecondOfDay(drawn.start() * 60L);
        LocalTime pause = start.plus(Duration.ofMinutes(drawn.pauseAt()));
        return new DayHours(
                start,
                start.plus(Duration.ofMinutes(drawn.length())),
                pause,
                pause.plus(Duration.ofMinutes(drawn.pause())));
    }

    /// Periods that follow one another, with gaps or without.
    private List<Drawn> apart(int most) {
        List<Drawn> drawn = new ArrayList<>();
        int from = random.nextInt(10) - 4;
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            int to = from + random.nextInt(12);
            drawn.add(hours(from, to));
            from = to + 1 + random.nextInt(3);
        }
        return drawn;
    }

    /// Any working time that leaves no shift to run into the next one.
    private Drawn hours(int from, int to) {
        int start = 5 * 60 + random.nextInt(10 * 60);
        int length = 4 * 60 + random.nextInt(10 * 60);
        int pauseAt = 60 + random.nextInt(60);
        return new Drawn(from, to, start, length, pauseAt, 30 + random.nextInt(60));
    }

    private static boolean covers(Drawn drawn, int day) {
        return day >= drawn.from() && day <= drawn.to();
    }

    private static boolean any(List<Drawn> all, int day) {
        return all.stream().anyMatch(one -> covers(one, day));
    }

    /// Weekends, and the days off of CAL.3 within the two months.
    private static boolean off(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5
                || Set.of("2026-03-09", "2026-03-23", "2026-03-24", "2026-03-25")
                        .contains(day.toString());
    }
}
