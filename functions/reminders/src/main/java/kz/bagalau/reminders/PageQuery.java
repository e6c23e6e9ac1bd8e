package kz.bagalau.reminders;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.cases.Paging;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;

/// Which page of which list is asked for.
///
/// @param body empty where none is named
record PageQuery(Optional<String> body, Paging paging) {

    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");
    private static final String CURSOR = "cursor";
    private static final int LONGEST_CURSOR = 2_000;

    static Input.Result<PageQuery> read(Request request) {
        Optional<String> limit = request.query("limit");
        Optional<String> cursor = request.query(CURSOR);
        if (limit.filter(text -> !LIMIT.matcher(text).matches()).isPresent()) {
            return new Input.Rejected<>(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "limit", FieldProblem.OUT_OF_RANGE, "1", "100"))));
        }
        if (cursor.filter(text -> text.length() > LONGEST_CURSOR).isPresent()) {
            return new Input.Rejected<>(noCursor());
        }
        return new Input.Accepted<>(
                new PageQuery(
                        request.query("body"),
                        new Paging(limit.map(Integer::valueOf).orElse(Paging.MAX), cursor)));
    }

    /// 400: the cursor is none of this list.
    static Problem noCursor() {
        return Problem.invalid(
                List.of(new Problem.Error(CURSOR, FieldProblem.BAD_FORMAT, "`next`")));
    }
}
