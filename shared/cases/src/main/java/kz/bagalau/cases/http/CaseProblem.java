package kz.bagalau.cases.http;

import kz.bagalau.lambda.ProblemCode;

/// What the events of cases of several kinds can answer.
public enum CaseProblem implements ProblemCode {
    /// A step on a day that has not come.
    IN_FUTURE(400),
    /// A step before the one that it follows.
    OUT_OF_ORDER(400),
    /// A notice that nothing records.
    NO_PROOF(400);

    private final int status;

    CaseProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
