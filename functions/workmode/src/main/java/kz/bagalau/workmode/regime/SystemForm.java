package kz.bagalau.workmode.regime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import kz.bagalau.arrangements.PersonnelSystem;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;

/// Whether our page is a body's personnel system, as the Agency enters it.
///
/// @param seen the version that the sender has edited; empty where it names none
public record SystemForm(PersonnelSystem system, OptionalLong seen) {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_BASIS = 1000;

    public static Input.Result<SystemForm> read(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        JsonNode departmental = input.raw("departmental");
        if (departmental.isMissingNode() || departmental.isNull()) {
            input.error("departmental", FieldProblem.REQUIRED);
        } else if (!departmental.isBoolean()) {
            input.error("departmental", FieldProblem.WRONG_TYPE, "boolean");
        }
        String basis = input.text("basis", MAX_BASIS);
        return input.finish(
                () -> new SystemForm(new PersonnelSystem(departmental.asBoolean(), basis), seen));
    }

    public static ObjectNode json(Edition<PersonnelSystem> edition) {
        ObjectNode json =
                Json.object()
                        .put("departmental", edition.value().departmental())
                        .put("version", edition.version());
        if (!edition.value().basis().isEmpty()) {
            json.put("basis", edition.value().basis());
        }
        return json;
    }
}
