package kz.bagalau.rules.worktime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

// DOUBT: no act regulates working time that ends at midnight or on the next day (guards, duty
// staff); read as the working time of the day on which it starts, because that is the day for which
// the internal work rules give it.
/// The working time of one working day. An end that is not after the start lies on the next day:
/// 20:00–08:00 is a night shift, an end of 00:00 is midnight, equal times are a whole day.
public record WorkTime(LocalTime start, LocalTime end) {

    /// Whether it ends at midnight or later.
    public boolean endsNextDay() {
        return !start.isBefore(end);
    }

    /// The moment at which the working time of a day ends.
    public LocalDateTime endOf(LocalDate day) {
        return (endsNextDay() ? day.plusDays(1) : day).atTime(end);
    }
}
