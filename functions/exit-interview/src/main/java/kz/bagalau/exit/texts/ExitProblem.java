package kz.bagalau.exit.texts;

import kz.bagalau.lambda.ProblemCode;

/// What can be wrong in the routes of exit interviews.
public enum ExitProblem implements ProblemCode {
    UNKNOWN_BODY(409),
    PART_OF(409),
    ANNOUNCED_OTHERWISE(409),
    WITHDRAWN(409),
    ANNOUNCEMENT_CHANGED(409),
    CONSENT_PENDING(409),
    CONSENT_REFUSED(409),
    DECIDED_OTHERWISE(409),
    NO_CODE(409),
    NOT_ON_PAPER(409),
    UNKNOWN_CODE(403),
    NOT_INVITED(403),
    EXEMPT(409),
    TOO_LATE(409),
    FORGOTTEN(409),
    ALREADY_GIVEN(409),
    FAILURE_MISSING(400),
    FAILURE_WITHOUT_PAPER(400),
    NOT_AN_OBJECT(400),
    UNKNOWN_QUESTION(400),
    UNKNOWN_OPTION(400),
    NOT_MULTI(400),
    DUPLICATE_OPTION(400),
    UNANSWERED(400);

    private final int status;

    ExitProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
