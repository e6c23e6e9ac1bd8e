package kz.bagalau.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.codes.Sha256;

/// The act by which somebody confirms what is to be destroyed.
///
/// @param objects as `GET /retention` names them, in the order of the request
record DestructionForm(List<String> objects, String number, LocalDate date) {

    /// As many as are destroyed in one request.
    static final int MOST = 50;

    private static final int MAX_BYTES = 16 * 1024;
    private static final int NAME = 201;
    private static final int NUMBER = 100;
    private static final int ID = 32;

    static Input.Result<DestructionForm> read(Request request, Clock clock) {
        Input input = request.input(MAX_BYTES);
        List<String> objects = List.copyOf(input.texts("objects", 1, MOST, NAME));
        Input act = input.object("act");
        String number = act.text("number", NUMBER);
        LocalDate date = act.date("date");
        if (date.isAfter(Times.day(clock.instant()))) {
            act.error("date", CaseProblem.IN_FUTURE, date.toString());
        }
        return input.finish(() -> new DestructionForm(objects, number, date));
    }

    /// The same list under the same act of a body is one destruction, however often it is sent.
    Reference reference(String body) {
        String list = String.join("\n", objects.stream().sorted().toList());
        String id = Sha256.hex(String.join("\n", body, number, date.toString(), list));
        return new Reference(Destruction.KIND, id.substring(0, ID));
    }

    ObjectNode asked() {
        ObjectNode json = Json.object();
        objects.forEach(json.putArray("objects")::add);
        json.putObject("act").put("number", number).put("date", date.toString());
        return json;
    }
}
