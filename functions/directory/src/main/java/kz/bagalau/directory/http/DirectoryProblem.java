package kz.bagalau.directory.http;

import kz.bagalau.lambda.ProblemCode;

/// What bodies, their people, calendars and deadlines can answer besides what every route can.
public enum DirectoryProblem implements ProblemCode {
    OUTSIDE_YEAR(400),
    DAY_TWICE(400),
    ALREADY_OFF(400),
    ALREADY_WORKING(400),
    NOTHING_TO_SUBSTITUTE(400),
    WORKING_DAYS_DIFFER(400),
    NOT_A_QUARTER_END(400),
    NOT_A_YEAR_END(400),
    BEYOND_CALENDAR(400),
    CALENDAR_CHANGED(409),
    NO_PARENT(400),
    HAS_CHILDREN(400),
    BODY_CHANGED(409),
    OVERLAP(400),
    UNKNOWN_UNIT(400),
    UNKNOWN_PERSON(400),
    MANAGER_CYCLE(400),
    UNIT_CYCLE(400),
    OUTSIDE_APPOINTMENT(400),
    SELF(400),
    ENDS_BEFORE(400),
    ABSENT_OR_VACANT(400),
    NOT_OF_FIRST_HEAD(400),
    STAFF_TOO_LARGE(409),
    SENT_TOO_WIDELY(409),
    FILE_REFUSED(400),
    NO_STAFF_SHEET(400),
    SHEET_NOT_READ(400),
    COLUMN_MISSING(400),
    COLUMN_REPEATED(400),
    COLUMN_UNKNOWN(400),
    BESIDE_COLUMNS(400),
    NOT_CALCULATED(400),
    ERROR_VALUE(400),
    CELL_NOT_READ(400),
    ROW_HIDDEN(400),
    OTHER_BODY(400),
    ROW_DIFFERS(400),
    ROW_CHANGED(409),
    NO_PEOPLE(400);

    private final int status;

    DirectoryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
