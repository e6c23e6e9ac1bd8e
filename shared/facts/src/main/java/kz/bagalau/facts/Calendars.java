package kz.bagalau.facts;

import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The working-day calendars: those that come with the program and, over them, the years that the
/// Agency has edited. Every edition of a year is kept.
public interface Calendars {

    /// One state of a year.
    ///
    /// @param version 0 for the one that comes with the program, then 1, 2, …
    record Edition(CalendarYear year, long version) {}

    /// What became of an edit.
    sealed interface Saved {}

    /// The year now stands so, by this edit or by an earlier one with the same content.
    record Kept(Edition edition) implements Saved {}

    /// Somebody else has edited the year since the caller saw it; nothing is stored.
    record Changed(long version) implements Saved {}

    /// The year as it now stands.
    Optional<Edition> find(int year);

    /// The year as it once stood.
    Optional<Edition> find(int year, long version);

    /// All years as they now stand.
    WorkingCalendar current();

    /// Stores a new edition with an audit entry; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited; empty where the caller does not say
    Saved put(CalendarYear year, OptionalLong seen, Caller by);
}
