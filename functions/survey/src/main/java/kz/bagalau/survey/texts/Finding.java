package kz.bagalau.survey.texts;

import kz.bagalau.lambda.ProblemCode;

/// What a tally found that somebody must look at.
public enum Finding implements ProblemCode {
    /// More ballots than tokens were given, by login or by slip: nothing is published for scoring.
    MORE_BALLOTS_THAN_TOKENS,
    /// More than a fifth of the tokens went by slip.
    MANY_SLIPS,
    /// More than a tenth of the enrolled were entered after the opening.
    LATE_ENROLMENT,
    /// More people are enrolled than the body has.
    MORE_ENROLLED_THAN_HEADCOUNT,
    /// The share that must be enrolled was reached with slips only.
    SHARE_REACHED_BY_SLIPS,
    /// Another survey has bodies of this group in the same weeks, though for another year.
    SURVEYS_AT_ONCE;

    /// A finding is no problem of a request; it never is an answer of its own.
    @Override
    public int status() {
        return 200;
    }
}
