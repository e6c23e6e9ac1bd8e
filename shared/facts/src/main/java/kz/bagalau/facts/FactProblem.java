package kz.bagalau.facts;

import kz.bagalau.lambda.ProblemCode;

/// What can be wrong with facts and points that somebody types.
public enum FactProblem implements ProblemCode {
    /// The methodology has nothing for the period's last day.
    NOT_IN_FORCE,
    UNKNOWN_FACT,
    FACT_TYPE,
    NEGATIVE,
    NOT_WHOLE,
    FACT_TOO_LARGE,
    TOO_PRECISE,
    FACT_LENGTH,
    FACT_WORD,
    GREATER_THAN,
    UNKNOWN_INDICATOR,
    /// The indicator has a formula, so nobody enters its points.
    NOT_BY_HAND,
    ABOVE_MAXIMUM;

    @Override
    public int status() {
        return 400;
    }
}
