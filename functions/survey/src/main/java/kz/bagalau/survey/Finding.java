package kz.bagalau.survey;

import kz.bagalau.lambda.ProblemCode;

/// What a tally found that somebody must look at.
enum Finding implements ProblemCode {
    /// More ballots than tokens were given: nothing is published for scoring.
    MORE_BALLOTS_THAN_TOKENS,
    /// More than a fifth of the tokens went by slip.
    MANY_SLIPS;

    /// A finding is no problem of a request; it never is an answer of its own.
    @Override
    public int status() {
        return 200;
    }
}
