package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The shifts of one person, and where by them one day of presence gives way to the next. A shift
/// belongs to the day on which it starts.
final class Shifts {

    // DOUBT: the act does not say when one working day ends and the next begins, read as 04:00,
    // because at that hour hardly anybody comes or goes.
    /// The hour at which one day of presence gives way to the next: whoever leaves at 02:00 leaves
    /// the day before.
    static final LocalTime DAY_BREAK = LocalTime.of(4, 0);

    // DOUBT: how the 30 minutes are taken into account is not defined (C-12), read as presence
    // later than 30 minutes after the end of the working day, never below zero, because a day
    // without overtime must not pay for another day's. They run on past midnight.
    static final Duration TO_LEAVE = Duration.ofMinutes(30);

    private final Predicate<LocalDate> working;
    private final Function<LocalDate, Optional<WorkTime>> times;

    /// @param working which days are working days
    /// @param times the working time of the person on a working day
    Shifts(Predicate<LocalDate> working, Function<LocalDate, Optional<WorkTime>> times) {
        this.working = working;
        this.times = times;
    }

    /// Of somebody whose working time is not known.
    static Shifts unknown() {
        return new Shifts(_ -> false, _ -> Optional.empty());
    }

    boolean working(LocalDate day) {
        return working.test(day);
    }

    /// The working time that starts on a day; empty on a day off.
    Optional<WorkTime> of(LocalDate day) {
        return working.test(day) ? times.apply(day) : Optional.empty();
    }

    /// The moment until which the shift of the day before goes on, with the time to leave, and no
    /// presence of a day is beyond the norm: midnight where it ended early enough.
    LocalDateTime endOfShiftBefore(LocalDate day) {
        LocalDateTime midnight = day.atStartOfDay();
        LocalDate before = day.minusDays(1);
        return of(before)
                .map(time -> time.endOf(before).plus(TO_LEAVE))
                .filter(midnight::isBefore)
                .orElse(midnight);
    }

    // DOUBT: where a shift ends in the morning nobody says when the next working day begins, read
    // as the middle of the rest between two shifts, because who comes later comes for the next.
    /// The moment at which presence begins to belong to a day and no longer to the one before. The
    /// next shift is the day's own; on a day off the one before is taken to follow itself.
    LocalDateTime dayBreak(LocalDate day) {
        LocalDateTime usual = day.atTime(DAY_BREAK);
        LocalDate before = day.minusDays(1);
        return of(before)
                .filter(WorkTime::endsNextDay)
                .map(time -> {
                    LocalDateTime end = time.endOf(before);
                    LocalTime next = of(day).orElse(time).start();
                    Duration rest = Duration.between(end, day.atTime(next));
                    Duration half = rest.dividedBy(2);
                    return end.plus(half.compareTo(TO_LEAVE) > 0 ? half : TO_LEAVE);
                })
                .filter(usual::isBefore)
                .orElse(usual);
    }

    /// The day to which a moment belongs.
    LocalDate dayOf(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return moment.isBefore(dayBreak(day)) ? day.minusDays(1) : day;
    }
}
