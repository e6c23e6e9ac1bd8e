package kz.bagalau.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// Calendars that were corrected.
public final class Calendars {

    private Calendars() {}

    /// The same calendar with one more day off.
    public static WorkingCalendar withDayOff(WorkingCalendar calendar, LocalDate day) {
        CalendarYear year = calendar.year(day.getYear());
        List<SpecialDay> days = new ArrayList<>(year.days());
        days.add(new SpecialDay(day, DayKind.SWAP_OFF, new LocalText("д", "в", "off"), "an act"));
        return calendar.with(
                new CalendarYear(year.year(), year.week(), year.status(), year.basis(), days));
    }
}
