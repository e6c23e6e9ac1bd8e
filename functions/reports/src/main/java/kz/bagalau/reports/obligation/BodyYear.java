package kz.bagalau.reports.obligation;

import java.util.OptionalInt;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.Language;

/// `?body=…&year=…`, and the language of the texts in the answer.
///
/// @param body empty where none is named
/// @param year empty where none that we know is named
public record BodyYear(String body, OptionalInt year, Language language) {

    public static Input.Result<BodyYear> read(Request request) {
        return new Input.Accepted<>(
                new BodyYear(
                        request.query("body").orElse(""),
                        Years.parse(request.query("year").orElse("")),
                        request.language()));
    }
}
