package kz.bagalau.cases.http;

import kz.bagalau.cases.Tombstone;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.ProblemCode;

/// What the events of cases of several kinds can answer.
public enum CaseProblem implements ProblemCode {
    /// A step on a day that has not come.
    IN_FUTURE(400),
    /// A step before the one that it follows.
    OUT_OF_ORDER(400),
    /// A notice that nothing records.
    NO_PROOF(400),
    /// The document stood once, and was destroyed after the term of keeping.
    DESTROYED(409);

    private final int status;

    CaseProblem(int status) {
        this.status = status;
    }

    /// 409: what would be opened was destroyed.
    public static Problem destroyed(Tombstone tombstone) {
        return Problem.of(DESTROYED, tombstone.number(), tombstone.date().toString());
    }

    @Override
    public int status() {
        return status;
    }
}
