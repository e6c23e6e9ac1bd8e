package kz.bagalau.workmode.desk;

import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.workmode.Fault;

/// What this capability can answer besides what every route can.
public enum WorkmodeProblem implements ProblemCode {
    /// A break needs both its ends, and lies within the working time.
    BREAK_INCOMPLETE(400),
    BREAK_OUTSIDE(400),
    TO_BEFORE_FROM(400),
    /// A wording cannot be older than its order.
    BEFORE_ORDER(400),
    /// An application or what becomes of it cannot be of a moment to come.
    IN_FUTURE(400),
    BEFORE_SUBMISSION(400),
    OVER_SIX_MONTHS(400),
    CHANNEL(400),
    EXCLUDED(400),
    REASONS_MISSING(400),
    MODE_MISSING(400),
    FROM_MISSING(400),
    TO_MISSING(400),
    GROUND_MISSING(400),
    EMPLOYEES_MISSING(400),
    PLACE_MISSING(400),
    WORKING_TIME_MISSING(400),
    AGREEMENT_MISSING(400),
    CAUSE_MISSING(400),
    REASON_MISSING(400),
    /// An employee stands in an act twice.
    TWICE(400),
    BEYOND_CAUSE(400),
    BEFORE_CAUSE(400),
    REMOTE_DAYS_OUTSIDE(400),
    REMOTE_DAYS_NOT_COMBINED(400),
    NOTICE_REQUIRED(400),
    NOTICE_TOO_LATE(400),
    LAST_DAY_OUTSIDE(400),
    LAST_DAY_BEFORE_SIGNING(400),
    NO_APPLICATION(409),
    OVERLAPS(409),
    NOT_SYSTEMATIC(409),
    NOT_IN_FORCE(409),
    /// The body's staff does not name this person.
    UNKNOWN_PERSON(400),
    /// The act is not of this employee.
    NOT_IN_ACT(400),
    /// The working days of this year are not known.
    UNKNOWN_YEAR(400);

    private final int status;

    WorkmodeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /// What refuses a document with this fault. Throws [IllegalArgumentException] for a warning.
    static WorkmodeProblem of(Fault fault) {
        return valueOf(fault.name());
    }
}
