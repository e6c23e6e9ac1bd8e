package kz.bagalau.facts;

/// The facts about every body and year.
public interface Facts {

    /// What now stands about a body in a year; an empty set, but for the calendar's working days,
    /// where nobody has claimed anything.
    FactSet of(String body, int year);
}
