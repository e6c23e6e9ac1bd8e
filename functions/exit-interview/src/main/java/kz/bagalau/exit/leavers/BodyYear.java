package kz.bagalau.exit.leavers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.Language;

/// `?body=…&year=…`, and the language of the texts in the answer.
///
/// @param body empty where none is named and nothing else stands for it
public record BodyYear(String body, int year, Language language) {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    /// @param otherwise the body where none is named
    public static Input.Result<BodyYear> of(
            Request request, Optional<String> otherwise, Language language) {
        List<Problem.Error> errors = new ArrayList<>();
        String body = request.query("body").or(() -> otherwise).orElse("");
        if (!body.isEmpty() && !Input.isId(body)) {
            errors.add(new Problem.Error("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -"));
        }
        Optional<String> year = request.query("year");
        if (year.isEmpty()) {
            errors.add(new Problem.Error("year", FieldProblem.REQUIRED));
        } else if (!YEAR.matcher(year.get()).matches()) {
            errors.add(new Problem.Error("year", FieldProblem.BAD_FORMAT, "2025"));
        }
        return errors.isEmpty()
                ? new Input.Accepted<>(
                        new BodyYear(body, Integer.parseInt(year.orElseThrow()), language))
                : new Input.Rejected<>(Problem.invalid(errors));
    }
}
