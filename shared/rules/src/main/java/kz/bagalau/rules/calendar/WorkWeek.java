package kz.bagalau.rules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// Which days of the week are weekly days off. The same holidays have other substitutes in another
/// week (CAL.2, 5), so a calendar belongs to one.
public enum WorkWeek {
    /// Monday to Friday.
    FIVE_DAYS(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
    /// Monday to Saturday.
    SIX_DAYS(DayOfWeek.SUNDAY);

    private final Set<DayOfWeek> daysOff;

    WorkWeek(DayOfWeek... daysOff) {
        this.daysOff = Set.of(daysOff);
    }

    public boolean rests(LocalDate day) {
        return daysOff.contains(day.getDayOfWeek());
    }
}
