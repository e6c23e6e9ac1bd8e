package kz.bagalau.workmode.regime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import kz.bagalau.arrangements.Chosen;
import kz.bagalau.arrangements.SettingsJson;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.rules.workmode.WorkSettings;

/// What the Agency chooses where orders 120 and 121 are silent.
///
/// @param values by the names of settings; those that are not named stay as they are
/// @param seen the version that the sender has edited; empty where it names none
public record SettingsForm(Map<String, JsonNode> values, String reason, OptionalLong seen) {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_REASON = 2000;

    public static Input.Result<SettingsForm> read(Request request) {
        Input input = request.input(MAX_BYTES);
        OptionalLong seen = Asked.version(input);
        String reason = input.text("reason", MAX_REASON);
        ObjectNode sent = input.json("values");
        if (sent.isEmpty()) {
            input.error("values", FieldProblem.REQUIRED);
        }
        Map<String, JsonNode> values = new TreeMap<>();
        sent.properties()
                .forEach(field -> {
                    String place = "values/" + Input.escape(field.getKey());
                    Optional<WorkSetting<?>> setting = WorkSetting.named(field.getKey());
                    if (setting.isEmpty()) {
                        input.error(place, FieldProblem.UNKNOWN_FIELD, field.getKey());
                    } else if (SettingsJson.with(
                                    WorkSettings.DEFAULTS, setting.get(), field.getValue())
                            .isEmpty()) {
                        input.error(place, FieldProblem.NOT_ALLOWED, field.getValue().asText());
                    } else {
                        values.put(field.getKey(), field.getValue());
                    }
                });
        return input.finish(() -> new SettingsForm(values, reason, seen));
    }

    public Chosen on(Chosen standing) {
        WorkSettings settings = standing.settings();
        for (Map.Entry<String, JsonNode> value : values.entrySet()) {
            settings =
                    SettingsJson.with(
                                    settings,
                                    WorkSetting.named(value.getKey()).orElseThrow(),
                                    value.getValue())
                            .orElseThrow();
        }
        return new Chosen(settings, reason);
    }

    public static ObjectNode json(Edition<Chosen> edition) {
        Chosen chosen = edition.value();
        ObjectNode json = Json.object();
        json.set("values", SettingsJson.written(chosen.settings()));
        if (!chosen.reason().isEmpty()) {
            json.put("reason", chosen.reason());
        }
        json.put("version", edition.version());
        var settings = json.putArray("settings");
        WorkSetting.all().forEach(setting -> settings.add(SettingsJson.described(setting)));
        return json;
    }
}
