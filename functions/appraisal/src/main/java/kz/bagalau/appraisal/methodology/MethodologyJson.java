package kz.bagalau.appraisal.methodology;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.cases.Edition;
import kz.bagalau.directory.EmployeeSettingsJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.EmployeeSetting;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// Methodologies as they are returned: the procedure with its settings, and a body's record of it.
public final class MethodologyJson {

    private MethodologyJson() {}

    public static ObjectNode procedure(EmployeeMethodology methodology) {
        ObjectNode json = Json.object().put("id", methodology.code());
        json.set("title", Json.texts(methodology.title()));
        json.set("citation", citation(methodology.act()));
        ArrayNode settings = json.putArray("settings");
        methodology.settings().forEach(setting -> settings.add(setting(setting)));
        return json;
    }

    public static ObjectNode record(Edition<MethodologyRecord> edition) {
        MethodologyRecord record = edition.value();
        ObjectNode json = Json.object().put("id", record.methodology().code());
        ObjectNode act =
                json.putObject("act")
                        .put("kind", record.act().kind())
                        .put("number", record.act().number())
                        .put("date", record.act().date().toString());
        record.act().publishedOn().ifPresent(day -> act.put("publishedOn", day.toString()));
        json.put("from", record.from().toString());
        record.until().ifPresent(day -> json.put("until", day.toString()));
        json.set("settings", EmployeeSettingsJson.write(record.settings()));
        return json.put("version", edition.version());
    }

    private static ObjectNode setting(EmployeeSetting setting) {
        ObjectNode json = Json.object().put("id", setting.id());
        json.set("about", Json.texts(setting.about()));
        json.put("default", setting.byDefault());
        switch (setting) {
            case EmployeeSetting.Fixed _ -> json.put("fixed", true);
            case EmployeeSetting.Number number ->
                    json.put("fixed", false)
                            .put("least", number.least())
                            .put("most", number.most());
            case EmployeeSetting.Choice<?> choice -> {
                json.put("fixed", false);
                alternatives(json, choice);
            }
        }
        json.set("citation", citation(setting.place()));
        return json;
    }

    private static <V extends Enum<V>> void alternatives(
            ObjectNode json, EmployeeSetting.Choice<V> choice) {
        ArrayNode values = json.putArray("values");
        ObjectNode readings = json.putObject("readings");
        for (V value : choice.values()) {
            String id = EmployeeSetting.Choice.idOf(value);
            values.add(id);
            readings.set(id, Json.texts(choice.reading(value)));
        }
    }

    private static ObjectNode citation(Citation citation) {
        return Json.object()
                .put("act", citation.act())
                .put("paragraph", citation.paragraph())
                .put("url", citation.url())
                .put("inForce", citation.inForce().toString())
                .put("checked", citation.checked().toString());
    }
}
