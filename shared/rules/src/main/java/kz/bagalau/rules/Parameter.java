package kz.bagalau.rules;

import java.math.BigDecimal;

/// A number that the law sets.
///
/// @param formula the formula that reads it, `pm.career`
/// @param name what it is called there, `enough_share`
/// @param meaning what it does, in a few words
/// @param citation where the number stands
public record Parameter(
        String formula,
        String name,
        BigDecimal value,
        ParameterUnit unit,
        String meaning,
        Citation citation) {

    /// The number as a piece of arithmetic.
    public Term term() {
        return new Term.Parameter(name, value, citation);
    }
}
