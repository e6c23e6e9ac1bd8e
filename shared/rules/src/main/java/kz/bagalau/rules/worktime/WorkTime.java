package kz.bagalau.rules.worktime;

import java.time.LocalTime;

/// The working time of one working day.
public record WorkTime(LocalTime start, LocalTime end) {

    public WorkTime {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a working day ends after it starts: " + start);
        }
    }
}
