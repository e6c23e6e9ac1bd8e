package kz.bagalau.directory;

import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The working-day calendars: those that come with the program and, over them, the years that the
/// Agency has edited. Every edition of a year is kept; the one that comes with the program is 0.
public interface Calendars {

    /// The year as it now stands.
    Optional<Edition<CalendarYear>> find(int year);

    /// The year as it once stood.
    Optional<Edition<CalendarYear>> find(int year, long version);

    /// All years as they now stand.
    WorkingCalendar current();

    /// Stores a new edition with an audit entry; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited; empty where the caller does not say
    Saved<CalendarYear> put(CalendarYear year, OptionalLong seen, Caller by);
}
