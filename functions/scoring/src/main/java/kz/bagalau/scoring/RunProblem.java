package kz.bagalau.scoring;

import kz.bagalau.lambda.ProblemCode;

/// What can stand against what is asked of a run.
enum RunProblem implements ProblemCode {
    /// The directory has no body that is assessed.
    NO_BODIES,
    /// Only a final run that is not yet published is released.
    NOT_TO_RELEASE;

    @Override
    public int status() {
        return 409;
    }
}
