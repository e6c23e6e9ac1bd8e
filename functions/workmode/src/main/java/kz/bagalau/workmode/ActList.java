package kz.bagalau.workmode;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;

/// Which list of acts or recalls is asked for.
///
/// @param body empty for the caller's own
/// @param on a day on which they hold; empty for all
record ActList(Optional<String> body, Optional<LocalDate> on, Optional<String> cursor) {

    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");

    static Input.Result<ActList> read(Request request) {
        Optional<String> text = request.query("on");
        Optional<LocalDate> on = text.flatMap(ActList::day);
        return text.isPresent() && on.isEmpty()
                ? wrong("on")
                : new Input.Accepted<>(
                        new ActList(request.query("body"), on, request.query("cursor")));
    }

    static <T> Input.Result<T> wrong(String parameter) {
        return new Input.Rejected<>(
                Problem.invalid(
                        List.of(
                                new Problem.Error(
                                        parameter, FieldProblem.BAD_FORMAT, "2026-12-31"))));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
