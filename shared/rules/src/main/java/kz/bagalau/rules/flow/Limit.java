package kz.bagalau.rules.flow;

import kz.bagalau.rules.calendar.Deadline;

/// By when an event is to happen.
public sealed interface Limit {

    /// Not a question: the event is a right, or follows at once.
    record None() implements Limit {}

    /// Somebody has to act, and the act names no term: nothing is ever late.
    record Silent() implements Limit {}

    /// A term that is counted.
    ///
    /// @param ours whether the act names it for something else and it is our reading that it holds
    ///   here too
    record Counted(Deadline rule, boolean ours) implements Limit {}

    /// A day that stands in a document itself: a timetable, the last day of an act, a quarter's
    /// end.
    ///
    /// @param ours as above
    record OwnDay(boolean ours) implements Limit {}
}
