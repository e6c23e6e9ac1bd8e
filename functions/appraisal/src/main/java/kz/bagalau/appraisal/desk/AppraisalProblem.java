package kz.bagalau.appraisal.desk;

import kz.bagalau.lambda.ProblemCode;

/// What methodologies, forms and appraisals can answer besides what every route can.
public enum AppraisalProblem implements ProblemCode {
    UNKNOWN_SETTING(400),
    UNKNOWN_READING(400),
    REASON_NEEDED(400),
    UNTIL_BEFORE_FROM(400),
    ITEM_TWICE(400),
    ONE_ITEM_ONLY(400),
    WEIGHT_NEEDED(400),
    WEIGHT_NOT_USED(400),
    BAD_STEP(400),
    /// V-18: the quarter has not ended.
    QUARTER_OPEN(409),
    /// V-13: no act of this procedure was in force in the body when the quarter ended.
    NO_METHODOLOGY(409),
    /// Nobody knows the working days of the quarter.
    NO_CALENDAR(409),
    UNKNOWN_PERSON(400),
    /// The person held no position of corps "B" in the body in the quarter.
    NO_POSITION(409),
    /// V-10: nobody assesses themselves.
    SELF(400),
    /// ¶17: only employees of corps "B" of the body assess in another's place.
    NOT_B_CORPS(400),
    /// ¶17: the assessor does not assess more than the number that one assesses alone.
    NOT_OVER_20(409),
    /// Who scores is the assessor of the case.
    NOT_ASSESSOR(403),
    WRONG_STEP(400),
    ITEM_MISSING(400),
    UNKNOWN_ITEM(400);

    private final int status;

    AppraisalProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
