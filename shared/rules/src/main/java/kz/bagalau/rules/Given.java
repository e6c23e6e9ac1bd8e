package kz.bagalau.rules;

/// A fact as a rule reads it: the value of one name of the vocabulary (`survey.q1`) for one state
/// body and period, already of its type, with its provenance.
public record Given<T>(String fact, T value, Provenance source) {}
