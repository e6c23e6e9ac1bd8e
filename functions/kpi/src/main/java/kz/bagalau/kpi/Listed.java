package kz.bagalau.kpi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.bagalau.cases.Paging;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;

/// Which list is asked for.
///
/// @param body that the query names, else the caller's own
/// @param named whether the query names it
record Listed(
        String body,
        boolean named,
        OptionalInt year,
        Optional<String> state,
        Optional<String> cursor) {

    private static final int LIMIT = 50;

    static Input.Result<Listed> read(Request request) {
        Optional<String> body = request.query("body");
        Optional<String> year = request.query("year");
        if (year.filter(text -> !text.matches("\\d{4}")).isPresent()) {
            return wrong("year", FieldProblem.BAD_FORMAT, "2026");
        }
        return new Input.Accepted<>(
                new Listed(
                        body.or(() -> request.caller().body()).orElse(""),
                        body.isPresent(),
                        year.map(Integer::parseInt)
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        request.query("state"),
                        request.query("cursor")));
    }

    private static Input.Result<Listed> wrong(String field, FieldProblem code, String argument) {
        return new Input.Rejected<>(
                Problem.invalid(List.of(new Problem.Error(field, code, argument))));
    }

    /// A cursor that no such list has given.
    static Response noPage() {
        return Problem.invalid(
                List.of(new Problem.Error("cursor", FieldProblem.BAD_FORMAT, "next")));
    }

    Paging paging() {
        return new Paging(LIMIT, cursor);
    }

    String period() {
        return year.isPresent() ? Integer.toString(year.getAsInt()) : "";
    }

    /// Whether the caller sees the lists of the whole body.
    boolean ofWholeBody(Caller caller) {
        return caller.has(Role.HR, body) || caller.has(Role.HEAD, body);
    }
}
