package kz.bagalau.appraisal;

import kz.bagalau.lambda.ProblemCode;

/// What methodologies and forms can answer besides what every route can.
public enum AppraisalProblem implements ProblemCode {
    UNKNOWN_SETTING(400),
    UNKNOWN_READING(400),
    REASON_NEEDED(400),
    UNTIL_BEFORE_FROM(400),
    ITEM_TWICE(400),
    ONE_ITEM_ONLY(400),
    WEIGHT_NEEDED(400),
    WEIGHT_NOT_USED(400),
    BAD_STEP(400);

    private final int status;

    AppraisalProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
