package kz.bagalau.workmode.regime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// An employee's hours by work regulations as a personnel service enters them (120 ¶14).
///
/// @param seen the version that the sender has edited; empty where it names none
public record RegulatedForm(RegulatedHours hours, OptionalLong seen) {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_BASIS = 1000;

    public static Input.Result<RegulatedForm> read(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        String basis = input.text("basis", MAX_BASIS);
        LocalDate from = input.date("from");
        Optional<LocalDate> to = input.has("to") ? Optional.of(input.date("to")) : Optional.empty();
        input.raw("to");
        if (to.filter(from::isAfter).isPresent() && !input.isWrong("to")) {
            input.error("to", WorkmodeProblem.TO_BEFORE_FROM, from.toString());
        }
        return input.finish(() -> new RegulatedForm(new RegulatedHours(basis, from, to), seen));
    }

    /// Of somebody for whom none are entered.
    public static ObjectNode none(String employee) {
        return Json.object().put("employee", employee).put("version", 0);
    }

    public static ObjectNode json(String employee, Edition<RegulatedHours> edition) {
        RegulatedHours hours = edition.value();
        ObjectNode json =
                Json.object()
                        .put("employee", employee)
                        .put("basis", hours.basis())
                        .put("from", hours.from().toString());
        hours.to().ifPresent(to -> json.put("to", to.toString()));
        return json.put("version", edition.version());
    }
}
