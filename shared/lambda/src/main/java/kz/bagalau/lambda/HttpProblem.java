package kz.bagalau.lambda;

/// What any route can answer.
public enum HttpProblem implements ProblemCode {
    INVALID(400),
    /// A store refuses what would be stored, and would refuse it again.
    UNSTORABLE(400),
    /// A file is named that is not its caller's to name.
    UNKNOWN_DOCUMENT(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    KEY_REUSED(409),
    /// What is to be changed is no longer what the caller saw: `current` is what stands.
    CHANGED(409),
    /// Not possible in the state in which it stands: `state`.
    WRONG_STATE(409),
    TOO_LARGE(413),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    HttpProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
