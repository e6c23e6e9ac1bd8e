package kz.bagalau.cases.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.cases.Paging;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;

/// Which list of documents is asked for.
///
/// @param body that the query names, else the caller's own
/// @param named whether the query names it
/// @param period such as `2026-Q1`, or its beginning; empty for all
public record Listed(
        String body,
        boolean named,
        String period,
        Optional<String> state,
        Optional<String> cursor) {

    private static final int LIMIT = 50;

    /// A list by the parameters `body`, `year`, `state` and `cursor`.
    public static Input.Result<Listed> ofYear(Request request) {
        String year = request.query("year").orElse("");
        return year.isEmpty() || year.matches("\\d{4}") ? of(request, year) : wrong("year", "2026");
    }

    /// A list by the parameters `body`, `quarter`, `state` and `cursor`.
    public static Input.Result<Listed> ofQuarter(Request request) {
        String quarter = request.query("quarter").orElse("");
        return quarter.isEmpty() || quarter.matches("\\d{4}-Q[1-4]")
                ? of(request, quarter)
                : wrong("quarter", "2026-Q1");
    }

    private static Input.Result<Listed> of(Request request, String period) {
        Optional<String> body = request.query("body");
        if (body.filter(Predicate.not(Input::isId)).isPresent()) {
            return wrong("body", "a-z 0-9 -");
        }
        return new Input.Accepted<>(
                new Listed(
                        body.or(() -> request.caller().body()).orElse(""),
                        body.isPresent(),
                        period,
                        request.query("state"),
                        request.query("cursor")));
    }

    private static Input.Result<Listed> wrong(String field, String form) {
        return new Input.Rejected<>(
                Problem.invalid(List.of(new Problem.Error(field, FieldProblem.BAD_FORMAT, form))));
    }

    /// The answer to a cursor that no such list has given.
    public static Response noPage() {
        return Problem.invalid(
                List.of(new Problem.Error("cursor", FieldProblem.BAD_FORMAT, "next")));
    }

    public Paging paging() {
        return new Paging(LIMIT, cursor);
    }

    /// Whether the caller sees the lists of the whole body.
    public boolean ofWholeBody(Caller caller) {
        return caller.has(Role.HR, body) || caller.has(Role.HEAD, body);
    }
}
