package kz.bagalau.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.EmployeeSettings.Chosen;

/// Settings as records and cases keep them: by the id of the setting its `value` and `reason`. What
/// is left out has its default.
public final class EmployeeSettingsJson {

    private EmployeeSettingsJson() {}

    public static ObjectNode write(EmployeeSettings settings) {
        ObjectNode json = Json.object();
        settings.chosen()
                .forEach((id, chosen) ->
                        json.putObject(id)
                                .put("value", chosen.value())
                                .put("reason", chosen.reason()));
        return json;
    }

    public static EmployeeSettings read(JsonNode json) {
        SortedMap<String, Chosen> chosen = new TreeMap<>();
        json.properties()
                .forEach(setting ->
                        chosen.put(
                                setting.getKey(),
                                new Chosen(
                                        setting.getValue().path("value").asText(),
                                        setting.getValue().path("reason").asText())));
        return new EmployeeSettings(chosen);
    }
}
