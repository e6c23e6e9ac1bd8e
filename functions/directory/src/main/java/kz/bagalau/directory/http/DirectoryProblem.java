package kz.bagalau.directory.http;

import kz.bagalau.lambda.ProblemCode;

/// What bodies, calendars and deadlines can answer besides what every route can.
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
    BODY_CHANGED(409);

    private final int status;

    DirectoryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
