package kz.bagalau.worktime.desk;

import kz.bagalau.lambda.ProblemCode;

/// What the monitoring of working time can answer besides what every route can.
public enum WorktimeProblem implements ProblemCode {
    UNKNOWN_BODY(400),
    /// A day or moment that has not come.
    IN_FUTURE(400),
    /// Of what follows something else, and lies before it.
    TOO_EARLY(400),
    UNKNOWN_VISIT(400),

    // Plans, 121 ¶9 and ¶10
    TO_BEFORE_FROM(400),
    OVER_A_YEAR(400),
    QUARTER_OUTSIDE(400),
    MONTH_OUTSIDE_QUARTER(400),
    QUARTER_EMPTY(409),
    UNKNOWN_ITEM(400),
    /// A visit of this item has started: the item stays as it is.
    ITEM_STARTED(400),
    NOT_IN_PLAN(400),

    // Visits, 121 ¶9, ¶11 to ¶13
    ITEM_OF_ANOTHER_BODY(400),
    OUTSIDE_QUARTER(400),
    ANOTHER_YEAR(400),
    /// A visit of this item is registered.
    ITEM_TAKEN(409),
    /// The plan was amended, and the item is no longer in it.
    ITEM_GONE(409),
    UNSCHEDULED_LIMIT(409),
    CARD_NOT_SHOWN(400),
    ANOTHER_DAY(400),
    ACT_UNSIGNED(409),
    UPLOAD_OPEN(409),
    TOO_MANY_PARTS(409),

    // Acts of presence, 121 ¶14
    UNKNOWN_EVIDENCE(400),
    UNKNOWN_EMPLOYEE(400),
    /// Within the person's own working time: there is no fact to record.
    INSIDE_WORKING_TIME(400),
    /// Nobody has entered the working time of that day.
    NO_SCHEDULE(400),
    /// What is signed is not the act as it stands.
    OTHER_TEXT(409),
    /// The result of the visit is sent.
    RESULT_SENT(409),

    // Results, 121 ¶17
    UNKNOWN_SIGNAL(400),
    VISIT_OPEN(409),
    UNKNOWN_ATTACHMENT(400);

    private final int status;

    WorktimeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
