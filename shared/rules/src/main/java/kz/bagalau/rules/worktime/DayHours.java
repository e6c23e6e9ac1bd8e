package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// The working time of one day with its break. It may end at midnight or on the next day (see
/// [WorkTime]), and belongs to the day on which it starts.
///
/// @param pause empty where nobody has said when it is, or whether there is one
public record DayHours(WorkTime time, Optional<Pause> pause) {

    private static final Duration DAY = Duration.ofDays(1);

    public DayHours(LocalTime start, LocalTime end) {
        this(new WorkTime(start, end), Optional.empty());
    }

    public DayHours(LocalTime start, LocalTime end, LocalTime breakFrom, LocalTime breakTo) {
        this(new WorkTime(start, end), Optional.of(new Pause(breakFrom, breakTo)));
    }

    public LocalTime start() {
        return time.start();
    }

    public LocalTime end() {
        return time.end();
    }

    public LocalDateTime startOf(LocalDate day) {
        return day.atTime(time.start());
    }

    public LocalDateTime endOf(LocalDate day) {
        return time.endOf(day);
    }

    /// Whether a moment lies within the working time of a day, its break included. The moment of
    /// the end lies after it.
    public boolean contains(LocalDate day, LocalDateTime moment) {
        return !moment.isBefore(startOf(day)) && moment.isBefore(endOf(day));
    }

    /// Whether a moment lies within the break of a day.
    public boolean inPause(LocalDate day, LocalDateTime moment) {
        return pause.filter(_ -> fits())
                .filter(known -> {
                    LocalDateTime from = startOf(day).plus(after(known.from()));
                    LocalDateTime to = startOf(day).plus(after(known.to()));
                    return !moment.isBefore(from) && moment.isBefore(to);
                })
                .isPresent();
    }

    /// Whether the break lies within the working time, or there is none.
    public boolean fits() {
        return pause.map(
                        known -> {
                            Duration from = after(known.from());
                            Duration to = after(known.to());
                            return from.compareTo(to) < 0 && to.compareTo(length()) <= 0;
                        })
                .orElse(true);
    }

    /// From the start to the end, at most 24 hours.
    public Duration length() {
        Duration length = after(time.end());
        return length.isZero() ? DAY : length;
    }

    /// What is worked: without the break. Empty where the break is unknown or lies outside.
    public Optional<Duration> worked() {
        return pause.filter(_ -> fits())
                .map(known -> length().minus(after(known.to()).minus(after(known.from()))));
    }

    /// How long after the start the clock next shows a time.
    private Duration after(LocalTime clock) {
        Duration after = Duration.between(time.start(), clock);
        return after.isNegative() ? after.plus(DAY) : after;
    }
}
