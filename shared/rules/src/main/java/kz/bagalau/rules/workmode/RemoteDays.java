package kz.bagalau.rules.workmode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// The days of combined work that are remote; the others are worked at the employer's site.
public record RemoteDays(Set<DayOfWeek> weekdays, Set<LocalDate> dates) {

    public RemoteDays {
        weekdays = Set.copyOf(weekdays);
        dates = Set.copyOf(dates);
        if (weekdays.isEmpty() && dates.isEmpty()) {
            throw new IllegalArgumentException("no remote days");
        }
    }

    public boolean on(LocalDate day) {
        return dates.contains(day) || weekdays.contains(day.getDayOfWeek());
    }
}
