package kz.bagalau.records;

import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Paging;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;

/// Which part of what a body keeps is asked for.
///
/// @param body empty where none is named
/// @param ended only what has ended its term
/// @param cursor `<kind>.<cursor of the list of that kind>`; empty for the beginning
record RetentionQuery(Optional<String> body, boolean ended, Optional<String> cursor) {

    private static final int LONGEST_CURSOR = 2_000;

    static Input.Result<RetentionQuery> read(Request request) {
        String ended = request.query("ended").orElse("false");
        Optional<String> cursor = request.query("cursor");
        if (!ended.equals("true") && !ended.equals("false")) {
            return new Input.Rejected<>(
                    Problem.invalid(
                            List.of(new Problem.Error("ended", FieldProblem.NOT_ALLOWED, ended))));
        }
        return cursor.filter(text -> text.length() > LONGEST_CURSOR).isPresent()
                ? new Input.Rejected<>(noCursor())
                : new Input.Accepted<>(
                        new RetentionQuery(request.query("body"), ended.equals("true"), cursor));
    }

    Paging paging(int limit) {
        return new Paging(limit, cursor);
    }

    /// 400: the cursor is none of this list.
    static Problem noCursor() {
        return Problem.invalid(
                List.of(new Problem.Error("cursor", FieldProblem.BAD_FORMAT, "`next`")));
    }
}
