package kz.bagalau.arrangements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.rules.workmode.WorkSettings;

/// Settings as JSON: each by its name, a reading by its name, a day of a month as a number or null.
public final class SettingsJson {

    private SettingsJson() {}

    /// Every setting with its value.
    public static ObjectNode written(WorkSettings settings) {
        ObjectNode json = Json.object();
        WorkSetting.all().forEach(setting -> write(json, setting, settings));
        return json;
    }

    private static void write(ObjectNode json, WorkSetting<?> setting, WorkSettings settings) {
        switch (setting) {
            case WorkSetting.Choice<?> choice -> json.put(choice.id(), settings.get(choice).name());
            case WorkSetting.Count count -> json.put(count.id(), settings.get(count));
            case WorkSetting.Flag flag -> json.put(flag.id(), settings.get(flag));
            case WorkSetting.Day day -> {
                OptionalInt value = settings.get(day);
                if (value.isPresent()) {
                    json.put(day.id(), value.getAsInt());
                } else {
                    json.putNull(day.id());
                }
            }
        }
    }

    /// The settings that were written; what is not named has its default. Throws
    /// [IllegalStateException] for what cannot have been written.
    public static WorkSettings read(JsonNode json) {
        WorkSettings settings = WorkSettings.DEFAULTS;
        for (WorkSetting<?> setting : WorkSetting.all()) {
            if (json.has(setting.id())) {
                settings =
                        with(settings, setting, json.path(setting.id()))
                                .orElseThrow(() -> new IllegalStateException(setting.id()));
            }
        }
        return settings;
    }

    /// The settings with one value changed; empty where it cannot have that value.
    public static Optional<WorkSettings> with(
            WorkSettings settings, WorkSetting<?> setting, JsonNode value) {
        return switch (setting) {
            case WorkSetting.Choice<?> choice -> chosen(settings, choice, value);
            case WorkSetting.Count count ->
                    value.isInt() && count.takes(value.intValue())
                            ? Optional.of(settings.with(count, value.intValue()))
                            : Optional.empty();
            case WorkSetting.Flag flag ->
                    value.isBoolean()
                            ? Optional.of(settings.with(flag, value.booleanValue()))
                            : Optional.empty();
            case WorkSetting.Day day -> day(settings, day, value);
        };
    }

    private static <E extends Enum<E>> Optional<WorkSettings> chosen(
            WorkSettings settings, WorkSetting.Choice<E> choice, JsonNode value) {
        return value.isTextual()
                ? choice.reading(value.textValue()).map(reading -> settings.with(choice, reading))
                : Optional.empty();
    }

    private static Optional<WorkSettings> day(
            WorkSettings settings, WorkSetting.Day day, JsonNode value) {
        if (value.isNull()) {
            return Optional.of(settings.with(day, OptionalInt.empty()));
        }
        OptionalInt number = value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.of(0);
        return day.takes(number) ? Optional.of(settings.with(day, number)) : Optional.empty();
    }

    /// What a setting decides, its default and what else it can be.
    public static ObjectNode described(WorkSetting<?> setting) {
        ObjectNode json = Json.object().put("id", setting.id());
        json.set("about", Json.texts(setting.about()));
        json.put("act", setting.place().act()).put("paragraph", setting.place().paragraph());
        switch (setting) {
            case WorkSetting.Choice<?> choice -> readings(json, choice);
            case WorkSetting.Count count ->
                    json.put("default", count.byDefault())
                            .put("least", count.least())
                            .put("most", count.most());
            case WorkSetting.Flag flag -> json.put("default", flag.byDefault());
            case WorkSetting.Day _ ->
                    json.putNull("default").put("least", 1).put("most", WorkSetting.Day.LAST);
        }
        return json;
    }

    private static <E extends Enum<E>> void readings(
            ObjectNode json, WorkSetting.Choice<E> choice) {
        json.put("default", choice.byDefault().name());
        var readings = json.putArray("readings");
        for (E reading : choice.readings()) {
            readings.addObject()
                    .put("value", reading.name())
                    .set("about", Json.texts(choice.about(reading)));
        }
    }
}
