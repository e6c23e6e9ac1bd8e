package kz.bagalau.reminders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;

/// A body's settings as callers read them and send them back.
///
/// @param seen the version that the sender has edited; empty where the request names none
record ReminderForm(ReminderSettings settings, OptionalLong seen) {

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_VERSION = 999_999;
    private static final String BEFORE = "before";

    static Input.Result<ReminderForm> read(Request request) {
        Input input = request.input(MAX_BYTES);
        List<Integer> before = before(input);
        int escalate = input.integer("escalate", 1, ReminderSettings.MOST_DAYS);
        OptionalLong seen =
                input.has("version")
                        ? OptionalLong.of(input.integer("version", 0, MAX_VERSION))
                        : OptionalLong.empty();
        input.raw("version");
        return input.finish(() -> new ReminderForm(new ReminderSettings(before, escalate), seen));
    }

    private static List<Integer> before(Input input) {
        JsonNode sent = input.raw(BEFORE);
        List<Integer> before = new ArrayList<>();
        if (sent.isMissingNode() || sent.isNull()) {
            input.error(BEFORE, FieldProblem.REQUIRED);
        } else if (!sent.isArray()) {
            input.error(BEFORE, FieldProblem.WRONG_TYPE, "array");
        } else if (sent.size() > ReminderSettings.MOST_REMINDERS) {
            input.error(
                    BEFORE,
                    FieldProblem.TOO_MANY,
                    Integer.toString(ReminderSettings.MOST_REMINDERS));
        } else {
            for (int i = 0; i < sent.size(); i++) {
                days(input, BEFORE + "/" + i, sent.get(i), before);
            }
        }
        return before;
    }

    private static void days(Input input, String field, JsonNode sent, List<Integer> before) {
        if (!sent.isIntegralNumber()) {
            input.error(field, FieldProblem.WRONG_TYPE, "integer");
        } else if (!sent.canConvertToInt()
                || sent.intValue() < 0
                || sent.intValue() > ReminderSettings.MOST_DAYS) {
            input.error(
                    field,
                    FieldProblem.OUT_OF_RANGE,
                    "0",
                    Integer.toString(ReminderSettings.MOST_DAYS));
        } else if (before.contains(sent.intValue())) {
            input.error(field, FieldProblem.REPEATED, sent.asText());
        } else {
            before.add(sent.intValue());
        }
    }

    static ObjectNode json(Edition<ReminderSettings> edition) {
        ObjectNode json = Json.object();
        var before = json.putArray(BEFORE);
        edition.value().before().forEach(before::add);
        return json.put("escalate", edition.value().escalate()).put("version", edition.version());
    }
}
