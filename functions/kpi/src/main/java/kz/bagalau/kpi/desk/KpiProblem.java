package kz.bagalau.kpi.desk;

import kz.bagalau.lambda.ProblemCode;

/// What plans, sheets, commissions and appeals can answer besides what every route can.
public enum KpiProblem implements ProblemCode {
    /// V-13: chapter 6, or another act of the same procedure, is not in force for the body.
    NOT_IN_FORCE(409),
    /// V-01: ¶47, five indicators.
    NOT_FIVE(400),
    /// V-02: ¶46, something that every indicator has is missing.
    FIELD_EMPTY(400),
    UNKNOWN_EMPLOYEE(400),
    /// A workbook, or a sheet in it, that cannot be read; the text says why.
    FILE_REFUSED(400),
    /// A cell that cannot be read or is wrong; the text says why.
    CELL_REFUSED(400),
    /// Something else is entered for the person and the period.
    ENTERED_OTHERWISE(400),
    /// The period ends before it starts.
    ENDS_BEFORE_START(400),
    /// The employee's own signature stands.
    SIGNED_ALREADY(409),
    /// ¶5: less than a month in the position.
    NOT_LT_MONTH(409),
    /// An indicator has no actual value, or it is not said whether it was achieved.
    ACTUAL_EMPTY(400),
    UNKNOWN_ROW(400),
    /// One person has two seats in a commission.
    ONE_SEAT(400),
    /// ¶58: a composition changes by another order.
    ORDER_USED(409),
    UNKNOWN_SHEET(400),
    NOT_ON_TIMETABLE(400),
    NOT_AT_COMMISSION(400),
    /// V-08: ¶57, two thirds.
    NO_QUORUM(409),
    /// ¶56, ¶62: not a day that the chair has agreed to.
    NOT_AGREED(409),
    /// ¶63: no sheets and draft protocol for this day.
    NO_DOCUMENTS(409),
    /// V-20.
    CHAIR_ABSENT(400),
    /// V-09: ¶61.
    SECRETARY_VOTES(400),
    VOTE_MISSING(400),
    VOTED_TWICE(400),
    NOT_MEMBER(400),
    NOT_PRESENT(400),
    /// V-21.
    OWN_CASE(400),
    /// Another motion follows one that was carried.
    ALREADY_DECIDED(400),
    /// ¶64: who revises gives another result.
    SAME_GRADE(400),
    /// V-23's companion: nobody appeals before there is a decision.
    BEFORE_DECISION(400),
    /// The Agency has no territorial unit for the body.
    NO_TERRITORY(400),
    /// ¶69(1): only a proposal, or a judgment, is answered by cancelling.
    NOT_PROPOSED(409);

    private final int status;

    KpiProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
