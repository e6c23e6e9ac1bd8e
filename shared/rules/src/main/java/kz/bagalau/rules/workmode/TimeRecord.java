package kz.bagalau.rules.workmode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import kz.bagalau.rules.worktime.WorkTime;

/// What an employee worked on one day, as it was recorded (120 ¶9, ¶20).
///
/// @param pause the length of the break
public record TimeRecord(LocalDate date, WorkTime time, Duration pause) {

    public TimeRecord(LocalDate date, LocalTime from, LocalTime to, Duration pause) {
        this(date, new WorkTime(from, to), pause);
    }

    /// Whether the break is shorter than the whole.
    public boolean fits() {
        return !pause.isNegative() && pause.compareTo(whole()) < 0;
    }

    public Duration worked() {
        return whole().minus(pause);
    }

    private Duration whole() {
        LocalDateTime start = date.atTime(time.start());
        return Duration.between(start, time.endOf(date));
    }

    /// What its readers should know: ¶9 limits the duration of a remote day.
    public List<Finding> findings(boolean remote, WorkSettings settings) {
        Duration limit = Duration.ofMinutes(settings.get(WorkSetting.DAILY_LIMIT_MINUTES));
        return remote && worked().compareTo(limit) > 0
                ? List.of(
                        Finding.of(
                                Fault.DAILY_LIMIT, "/to", worked().toMinutes(), limit.toMinutes()))
                : List.of();
    }
}
