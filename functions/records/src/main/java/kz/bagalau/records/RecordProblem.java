package kz.bagalau.records;

import kz.bagalau.lambda.ProblemCode;

/// What this capability can answer besides what every route can.
public enum RecordProblem implements ProblemCode {
    FILE_TYPE(400),
    FILE_TOO_LARGE(400),
    /// No document of the caller's body that is kept for a term.
    UNKNOWN_OBJECT(400),
    /// Nobody destroys what is about themselves.
    OWN_CASE(400),
    /// What is to be destroyed is still to be kept: each with its reason.
    STILL_KEPT(409),
    NOT_COMPLETED(409),
    KEPT_UNTIL(409),
    /// Another document rests on it and stands.
    NEEDED_BY(409);

    private final int status;

    RecordProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
