package kz.bagalau.lambda;

/// The titles of problem documents, one a status.
enum HttpTitle implements ProblemCode {
    TITLE_400,
    TITLE_401,
    TITLE_403,
    TITLE_404,
    TITLE_409,
    TITLE_413,
    TITLE_500,
    TITLE_503;

    static HttpTitle of(int status) {
        return valueOf("TITLE_" + status);
    }

    @Override
    public int status() {
        return Integer.parseInt(name().substring("TITLE_".length()));
    }
}
