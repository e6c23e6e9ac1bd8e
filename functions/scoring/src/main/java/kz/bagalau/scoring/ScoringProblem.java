package kz.bagalau.scoring;

import kz.bagalau.lambda.ProblemCode;

/// What can be wrong with the settings of a preview or a run.
enum ScoringProblem implements ProblemCode {
    UNKNOWN_SETTING,
    UNKNOWN_READING,
    /// A zero denominator is decided with a written reason only.
    REASON_NEEDED;

    @Override
    public int status() {
        return 400;
    }
}
