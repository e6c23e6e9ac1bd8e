package kz.bagalau.appraisal.methodology;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.Characters;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.EmployeeSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// A body's record of a methodology as the Agency sends it.
///
/// @param seen the version that the sender has edited; empty for a record that is new
public record MethodologyForm(MethodologyRecord record, OptionalLong seen) {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_TEXT = 300;
    private static final int MAX_REASON = 2_000;

    public static Input.Result<MethodologyForm> parse(
            Request request, EmployeeMethodology methodology) {
        Input input = request.input(MAX_BYTES);
        Sent.id(input, methodology.code());
        Input act = input.object("act");
        String kind = act.text("kind", MAX_TEXT);
        String number = act.text("number", MAX_TEXT);
        LocalDate date = act.date("date");
        Optional<LocalDate> publishedOn = optionalDate(act, "publishedOn");
        LocalDate from = input.date("from");
        Optional<LocalDate> until = optionalDate(input, "until");
        if (until.filter(from::isAfter).isPresent()) {
            input.error("until", AppraisalProblem.UNTIL_BEFORE_FROM, until.get().toString());
        }
        EmployeeSettings settings = settings(input, methodology);
        OptionalLong seen = Sent.version(input);
        return input.finish(() ->
                new MethodologyForm(
                        new MethodologyRecord(
                                methodology,
                                new MethodologyRecord.Act(kind, number, date, publishedOn),
                                from,
                                until,
                                settings),
                        seen));
    }

    private static Optional<LocalDate> optionalDate(Input input, String field) {
        if (!input.has(field)) {
            input.raw(field);
            return Optional.empty();
        }
        return Optional.of(input.date(field));
    }

    private static EmployeeSettings settings(Input input, EmployeeMethodology methodology) {
        EmployeeSettings settings = EmployeeSettings.DEFAULTS;
        for (Map.Entry<String, JsonNode> entry : input.json("settings").properties()) {
            String pointer = "settings/" + Input.escape(entry.getKey());
            Optional<EmployeeSetting> setting = methodology.setting(entry.getKey());
            if (setting.isEmpty()) {
                input.error(pointer, AppraisalProblem.UNKNOWN_SETTING, entry.getKey());
            } else {
                settings = chosen(input, pointer, setting.get(), entry.getValue(), settings);
            }
        }
        return settings;
    }

    private static EmployeeSettings chosen(
            Input input,
            String pointer,
            EmployeeSetting setting,
            JsonNode json,
            EmployeeSettings before) {
        if (!json.isObject()) {
            input.error(pointer, FieldProblem.WRONG_TYPE, "object");
            return before;
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getKey().equals("value") && !field.getKey().equals("reason")) {
                input.error(
                        pointer + "/" + Input.escape(field.getKey()),
                        FieldProblem.UNKNOWN_FIELD,
                        field.getKey());
            }
        }
        JsonNode named = json.path("value");
        String value = named.isValueNode() && !named.isNull() ? named.asText() : "";
        String reason = json.path("reason").isTextual() ? json.path("reason").asText().strip() : "";
        boolean accepted = setting.accepts(value);
        if (!accepted) {
            input.error(
                    pointer + "/value", AppraisalProblem.UNKNOWN_READING, value, allowed(setting));
        }
        if (Characters.isBlank(reason)) {
            input.error(pointer + "/reason", AppraisalProblem.REASON_NEEDED);
        } else if (reason.codePointCount(0, reason.length()) > MAX_REASON) {
            input.error(pointer + "/reason", FieldProblem.TOO_LONG, Integer.toString(MAX_REASON));
        }
        return accepted && !Characters.isBlank(reason)
                ? before.with(setting, value, reason)
                : before;
    }

    private static String allowed(EmployeeSetting setting) {
        return switch (setting) {
            case EmployeeSetting.Fixed fixed -> fixed.byDefault();
            case EmployeeSetting.Number number -> number.least() + "…" + number.most();
            case EmployeeSetting.Choice<?> choice ->
                    choice.values().stream()
                            .map(EmployeeSetting.Choice::idOf)
                            .collect(Collectors.joining(", "));
        };
    }
}
