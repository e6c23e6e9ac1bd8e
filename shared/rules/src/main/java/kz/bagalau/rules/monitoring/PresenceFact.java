package kz.bagalau.rules.monitoring;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.workmode.PersonalSchedule;
import kz.bagalau.rules.workmode.ScheduleDay;
import kz.bagalau.rules.workmode.ScheduleDay.Reason;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.rules.workmode.WorkSettings;
import kz.bagalau.rules.worktime.DayHours;

/// Whether somebody at the workplace is there outside working time (121 ¶14), by the person's own
/// schedule. An act states a fact and no violation, also of lawful overtime (W-06).
public sealed interface PresenceFact {

    // DOUBT: ¶14 does not say when a day of presence ends, read as 04:00 as for overtime, so that
    // whoever is there at 01:00 has stayed and not come early.
    LocalTime DAY_BREAK = LocalTime.of(4, 0);

    /// Within working time: there is no fact to record.
    record Inside(ScheduleDay day) implements PresenceFact {}

    /// Outside it.
    ///
    /// @param day the day whose working time it is compared with
    /// @param minutes whole ones after the end or before the start; empty on a day off, and at a
    ///   break
    record Outside(ScheduleDay day, When when, Optional<Long> minutes) implements PresenceFact {

        /// What the schedule rests on: the flexible act, otherwise the work rules, otherwise what
        /// makes it a day off.
        public Reason source() {
            return day.because(Reason.Kind.FLEXIBLE)
                    .or(() -> day.because(Reason.Kind.UNIT_RULES))
                    .or(() -> day.because(Reason.Kind.RULES))
                    .orElseGet(() -> day.because().getFirst());
        }
    }

    /// Nobody has entered the working time of that day.
    record NoSchedule(ScheduleDay day) implements PresenceFact {}

    enum When {
        BEFORE_START,
        AFTER_END,
        AT_BREAK,
        DAY_OFF
    }

    static Citation citation() {
        return Acts.order121("¶14");
    }

    // DOUBT: "outside working time" is not defined (W-27), read as before the start, after the end
    // and on days off, each from the first minute: the 30 minutes belong to the counting of
    // overtime. A day of leave is judged by its hours, because it is no day off.
    /// @param observed on the clock of Almaty
    static PresenceFact of(
            PersonalSchedule schedule, LocalDateTime observed, WorkSettings settings) {
        LocalDate date = observed.toLocalDate();
        ScheduleDay before = schedule.on(date.minusDays(1));
        if (before.hours().filter(hours -> hours.contains(before.date(), observed)).isPresent()) {
            return during(before, observed, settings);
        }
        ScheduleDay today = schedule.on(date);
        if (!today.working()) {
            return new Outside(today, When.DAY_OFF, Optional.empty());
        }
        if (today.hours().isEmpty()) {
            return new NoSchedule(today);
        }
        DayHours hours = today.hours().get();
        if (hours.contains(date, observed)) {
            return during(today, observed, settings);
        }
        if (!observed.isBefore(hours.endOf(date))) {
            return new Outside(today, When.AFTER_END, minutes(hours.endOf(date), observed));
        }
        return before.hours()
                .map(shift -> shift.endOf(before.date()))
                .filter(end -> stayed(end, observed, hours.startOf(date)))
                .<PresenceFact>map(
                        end -> new Outside(before, When.AFTER_END, minutes(end, observed)))
                .orElseGet(() ->
                        new Outside(
                                today, When.BEFORE_START, minutes(observed, hours.startOf(date))));
    }

    private static PresenceFact during(
            ScheduleDay day, LocalDateTime observed, WorkSettings settings) {
        boolean atBreak =
                day.hours().filter(hours -> hours.inPause(day.date(), observed)).isPresent();
        return atBreak && settings.get(WorkSetting.PRESENCE_AT_BREAK)
                ? new Outside(day, When.AT_BREAK, Optional.empty())
                : new Inside(day);
    }

    /// Whether a moment before today's start still belongs to the shift that ended before it: until
    /// the day break, and after a shift that ends in the morning until the middle of the rest.
    private static boolean stayed(LocalDateTime end, LocalDateTime observed, LocalDateTime start) {
        LocalDateTime dayBreak = observed.toLocalDate().atTime(DAY_BREAK);
        LocalDateTime middle = end.plus(Duration.between(end, start).dividedBy(2));
        LocalDateTime until =
                end.toLocalDate().equals(observed.toLocalDate()) && middle.isAfter(dayBreak)
                        ? middle
                        : dayBreak;
        return observed.isBefore(until);
    }

    private static Optional<Long> minutes(LocalDateTime from, LocalDateTime to) {
        return Optional.of(Duration.between(from, to).toMinutes());
    }
}
