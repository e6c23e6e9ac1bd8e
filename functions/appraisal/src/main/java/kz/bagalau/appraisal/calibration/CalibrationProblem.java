package kz.bagalau.appraisal.calibration;

import kz.bagalau.lambda.ProblemCode;

/// What calibration sessions, appeals and objections can answer besides what every route can.
public enum CalibrationProblem implements ProblemCode {
    /// A late application after a session: ¶11 is the way from there.
    SESSION_HELD(409),
    /// An application in time is not refused (¶10, ¶19).
    IN_TIME(409),
    /// A new session that an appeal has led to is nobody's application.
    BY_APPEAL(409),
    /// Only revision commissions have their members approved by a maslikhat (¶19).
    NOT_MASLIKHAT(409),
    /// Votes are for the next round, and for no other.
    WRONG_ROUND(409),
    EVEN_OR_FEW(400),
    DUPLICATE(400),
    EXCLUDED(400),
    NO_HR(400),
    FEW_ASSESSORS(400),
    NOT_MEMBER(400),
    VOTED_TWICE(400),
    VOTE_MISSING(400),
    TOPICS_MISSING(400);

    private final int status;

    CalibrationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
