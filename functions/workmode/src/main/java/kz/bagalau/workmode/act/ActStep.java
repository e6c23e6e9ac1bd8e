package kz.bagalau.workmode.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;

/// What an act of either kind goes through, as it is entered.
public final class ActStep {

    private static final int MAX_DOCUMENT = 300;

    private ActStep() {}

    /// An earlier last day, with the document of the agreement.
    record End(String employee, LocalDate lastDay, ObjectNode entry, Asked asked) {}

    /// An act that was entered by mistake.
    ///
    /// @param employee empty for everybody in it
    record Annulment(Optional<String> employee, ObjectNode entry, Asked asked) {}

    static Input.Result<End> end(Request request, Document act) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        String employee = ActFields.employee(input, act.content());
        LocalDate lastDay = input.date("lastDay");
        ObjectNode entry =
                Json.object()
                        .put("lastDay", lastDay.toString())
                        .put("document", input.text("document", MAX_DOCUMENT));
        return input.finish(
                () -> new End(employee, lastDay, entry, asked("end", version, employee, entry)));
    }

    static Input.Result<Annulment> annulment(Request request, Document act) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        Optional<String> employee =
                input.has(Rows.EMPLOYEE)
                        ? Optional.of(ActFields.employee(input, act.content()))
                        : Optional.empty();
        input.raw(Rows.EMPLOYEE);
        ObjectNode entry =
                Json.object()
                        .put("reason", input.text("reason", ActFields.MAX_TEXT))
                        .put("document", input.text("document", MAX_DOCUMENT));
        return input.finish(() ->
                new Annulment(
                        employee, entry, asked("annul", version, employee.orElse(""), entry)));
    }

    static Input.Result<Asked> acknowledgement(Request request) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        return input.finish(() -> new Asked("acknowledge", version, Json.object()));
    }

    /// What an event of one employee asks for.
    public static Asked asked(
            String event, OptionalLong version, String employee, ObjectNode entry) {
        return new Asked(event, version, entry.deepCopy().put(Rows.EMPLOYEE, employee));
    }
}
