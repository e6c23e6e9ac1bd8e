package kz.bagalau.records;

import kz.bagalau.lambda.ProblemCode;

/// What this capability can answer besides what every route can.
public enum RecordProblem implements ProblemCode {
    FILE_TYPE,
    FILE_TOO_LARGE;

    @Override
    public int status() {
        return 400;
    }
}
