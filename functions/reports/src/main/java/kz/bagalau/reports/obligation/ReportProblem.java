package kz.bagalau.reports.obligation;

import kz.bagalau.lambda.ProblemCode;

/// What schedules, uploads and findings can answer besides what every route can, and what is wrong
/// with a file before anything in it is read.
public enum ReportProblem implements ProblemCode {
    UNKNOWN_FORM(400),
    PERIOD_OF_ANOTHER_YEAR(400),
    PERIOD_DOES_NOT_FIT(400),
    SCHEDULED_TWICE(400),
    CLOSES_BEFORE_DUE(400),
    SCHEDULE_CHANGED(409),
    FILE_TOO_LARGE(400),
    FILE_TYPE(400),
    NOT_SCHEDULED(409),
    NOT_OWED(409),
    NO_RECIPIENT(409),
    QUARTER_NOT_OVER(409),
    YEAR_CLOSED(409),
    TOO_MANY_ATTACHMENTS(409),
    NOTHING_DUE_YET(409),
    NOT_LATE(409),
    ALREADY_UNTIMELY(409),
    ALREADY_WITHDRAWN(409),
    SIZE_DIFFERS(400),
    CHECKSUM_DIFFERS(400),
    SCAN_MISSING(400),
    SEND_AGAIN(409),
    TIMES_CHANGED(409),
    HOUR_OFF(400),
    NO_CALENDAR(409),
    NOT_READ(500),
    FILE_GONE(500);

    private final int status;

    ReportProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
