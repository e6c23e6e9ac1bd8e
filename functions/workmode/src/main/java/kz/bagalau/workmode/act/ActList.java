package kz.bagalau.workmode.act;

import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.workmode.desk.Days;

/// Which list of acts or recalls is asked for.
///
/// @param body empty for the caller's own
/// @param on a day on which they hold; empty for all
public record ActList(Optional<String> body, Optional<LocalDate> on, Optional<String> cursor) {

    public static Input.Result<ActList> read(Request request) {
        Optional<String> text = request.query("on");
        Optional<LocalDate> on = text.flatMap(Days::day);
        return text.isPresent() && on.isEmpty()
                ? Days.wrong("on")
                : new Input.Accepted<>(
                        new ActList(request.query("body"), on, request.query("cursor")));
    }
}
