package kz.bagalau.rules.calendar;

import java.time.LocalDate;

/// What becomes of a date that falls on a day off (C3, C4).
// DOUBT: the acts name dates such as "the 20th" and say nothing of days off, read as NONE because a
// moved date would be an invention; a person is shown the last working day before it as well.
public enum Roll {
    NONE,
    PREVIOUS,
    NEXT;

    LocalDate applied(LocalDate date, WorkingCalendar calendar) {
        return switch (this) {
            case NONE -> date;
            case PREVIOUS -> calendar.lastWorkingOnOrBefore(date);
            case NEXT -> calendar.firstWorkingOnOrAfter(date);
        };
    }
}
