package kz.bagalau.appraisal.yearly;

import kz.bagalau.lambda.ProblemCode;

/// What yearly scores can answer besides what every route can.
public enum YearlyProblem implements ProblemCode {
    /// There is nothing to merge in a quarter with one case.
    ONE_CASE(409),
    /// A mean weighted by days needs the days of every score.
    DAYS_UNKNOWN(409);

    private final int status;

    YearlyProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
