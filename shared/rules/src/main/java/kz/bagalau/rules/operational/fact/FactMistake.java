package kz.bagalau.rules.operational.fact;

import java.util.List;

/// What is wrong with a fact.
///
/// @param fact its name; empty where several together are wrong
/// @param index the element of an array, -1 for the fact as a whole
/// @param details what a message names: a limit, the other fact, the allowed words
public record FactMistake(String fact, int index, Kind kind, List<String> details) {

    public enum Kind {
        /// No fact has this name.
        UNKNOWN_FACT,
        /// Another type than the vocabulary's.
        FACT_TYPE,
        NEGATIVE,
        /// A count with decimals.
        NOT_WHOLE,
        FACT_TOO_LARGE,
        /// More decimals than are kept.
        TOO_PRECISE,
        /// An array that is too short or too long; for monthly figures, months are missing.
        FACT_LENGTH,
        /// A word that is none of the allowed ones.
        FACT_WORD,
        /// A part is greater than its whole: the other fact is named.
        GREATER_THAN
    }

    public FactMistake {
        details = List.copyOf(details);
    }

    static FactMistake of(String fact, Kind kind, String... details) {
        return new FactMistake(fact, -1, kind, List.of(details));
    }

    static FactMistake at(String fact, int index, Kind kind, String... details) {
        return new FactMistake(fact, index, kind, List.of(details));
    }
}
