package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Problem;

/// `?body=…&year=…`: the body is the caller's own where none is named.
///
/// @param body empty where none is named and the caller has none
record BodyYear(String body, int year) {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    static Input.Result<BodyYear> of(APIGatewayV2HTTPEvent event, Caller caller) {
        return of(event, caller.body());
    }

    /// @param otherwise the body where none is named
    static Input.Result<BodyYear> of(APIGatewayV2HTTPEvent event, Optional<String> otherwise) {
        List<Problem.Error> errors = new ArrayList<>();
        String body = Http.query(event, "body").or(() -> otherwise).orElse("");
        if (!body.isEmpty() && !Input.isId(body)) {
            errors.add(new Problem.Error("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -"));
        }
        Optional<String> year = Http.query(event, "year");
        if (year.isEmpty()) {
            errors.add(new Problem.Error("year", FieldProblem.REQUIRED));
        } else if (!YEAR.matcher(year.get()).matches()) {
            errors.add(new Problem.Error("year", FieldProblem.BAD_FORMAT, "2025"));
        }
        return errors.isEmpty()
                ? new Input.Accepted<>(new BodyYear(body, Integer.parseInt(year.orElseThrow())))
                : new Input.Rejected<>(Problem.invalid(errors));
    }
}
