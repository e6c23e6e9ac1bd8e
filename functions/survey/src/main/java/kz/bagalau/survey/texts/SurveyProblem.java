package kz.bagalau.survey.texts;

import kz.bagalau.lambda.ProblemCode;

/// What can be wrong in a survey's routes.
public enum SurveyProblem implements ProblemCode {
    CANNOT_OPEN(409),
    SURVEY_EXISTS(409),
    UNKNOWN_BODY(409),
    NO_HEADCOUNT(409),
    TOO_SMALL(409),
    IN_ANOTHER_SURVEY(409),
    POOL_NAME_TAKEN(409),
    NOT_IN_SURVEY(409),
    POOLED_TWICE(409),
    CLOSES_BEFORE_OPENING(400),
    SHARE_OUT_OF_RANGE(400),
    CANNOT_CANCEL(409),
    NOT_OPEN(409),
    CANNOT_ENROL(409),
    ENROLLED_ELSEWHERE(409),
    NOT_AN_ID(400),
    TOKEN_ISSUED(409),
    REMOVED_ONCE(409),
    NOT_ENROLLED(403),
    UNKNOWN_CODE(403),
    OTHER_BODY(409),
    ALREADY_USED(409),
    NOT_A_RESIDUE(400),
    BAD_SIGNATURE(403),
    TOKEN_SPENT(409),
    BATCH_LOST(409),
    NOT_AN_OBJECT(400),
    UNKNOWN_QUESTION(400),
    UNKNOWN_OPTION(400),
    NOT_MULTI(400),
    DUPLICATE_OPTION(400),
    NOT_TEXT(400),
    TEXT_TOO_LONG(400),
    UNREADABLE_TEXT(400),
    EMPTY_BALLOT(400);

    private final int status;

    SurveyProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
