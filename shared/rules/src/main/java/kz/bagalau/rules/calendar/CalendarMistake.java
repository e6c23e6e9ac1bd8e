package kz.bagalau.rules.calendar;

/// What can be wrong with a day of a calendar, seen together with the others.
public enum CalendarMistake {
    OUTSIDE_YEAR,
    DAY_TWICE,
    /// A substitute or a swap makes a day off of what is a weekly day off already.
    ALREADY_OFF,
    /// A swap makes a working day of what is one already.
    ALREADY_WORKING,
    /// A day is off in place of a date on which no holiday of this calendar fell on a weekly day
    /// off before it.
    NOTHING_TO_SUBSTITUTE
}
