package kz.bagalau.lambda;

/// What can be wrong with one field of a request.
public enum FieldProblem implements ProblemCode {
    NOT_JSON,
    NOT_AN_OBJECT,
    TOO_DEEP,
    DUPLICATE_FIELD,
    UNKNOWN_FIELD,
    REQUIRED,
    WRONG_TYPE,
    TOO_LONG,
    TOO_MANY,
    TOO_FEW,
    OUT_OF_RANGE,
    BAD_FORMAT,
    BAD_CHARACTER,
    NOT_ALLOWED,
    REPEATED,
    MISTYPED_CODE,
    NOT_A_CODE;

    @Override
    public int status() {
        return 400;
    }
}
