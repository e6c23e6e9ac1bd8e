package kz.bagalau.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.facts.FactProblem;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// Settings as they stand in JSON: `{"n_max":"13"}` or `{"n_max":{"value":"13","reason":"…"}}`.
/// `zero_denominator` is decided for each indicator: `{"pm.career":{"value":"max","reason":"…"}}`,
/// or for all of them at once, in either form with a reason.
final class SettingsJson {

    private static final int MAX_REASON = 2_000;

    private final Input input;
    private final List<String> decidable;

    private SettingsJson(Input input, List<String> decidable) {
        this.input = input;
        this.decidable = decidable;
    }

    static Settings read(Input input, Methodology methodology, AssessedPeriod period) {
        List<String> decidable =
                methodology.indicators().stream()
                        .filter(i -> i.settings(period).contains(Setting.ZERO_DENOMINATOR))
                        .map(Indicator::id)
                        .toList();
        SettingsJson reader = new SettingsJson(input, decidable);
        Settings settings = Settings.DEFAULTS;
        for (var entry : input.json("settings").properties()) {
            String id = entry.getKey();
            String pointer = "settings/" + Input.escape(id);
            Optional<Setting<?>> setting = Setting.named(id);
            if (setting.isEmpty()) {
                input.error(pointer, ScoringProblem.UNKNOWN_SETTING, id);
            } else if (setting.get().equals(Setting.ZERO_DENOMINATOR)) {
                settings = reader.zeroDenominators(pointer, entry.getValue(), settings);
            } else {
                settings = reader.setting(pointer, setting.get(), entry.getValue(), settings);
            }
        }
        return settings;
    }

    /// The settings by which something was scored, each with its reason where one was given.
    static ObjectNode write(Settings settings) {
        ObjectNode written = Json.object();
        for (Setting<?> setting : Setting.all()) {
            ObjectNode entry = written.putObject(setting.id());
            entry.put("value", settings.get(setting).id());
            settings.reason(setting).ifPresent(reason -> entry.put("reason", reason));
            if (setting.equals(Setting.ZERO_DENOMINATOR)) {
                settings.zeroDenominators()
                        .forEach((indicator, decision) ->
                                entry.withObjectProperty("decisions")
                                        .putObject(indicator)
                                        .put("value", decision.value().id())
                                        .put("reason", decision.reason()));
            }
        }
        return written;
    }

    /// The settings that [#write] wrote.
    static Settings stored(JsonNode written) {
        Settings settings = Settings.DEFAULTS;
        for (Setting<?> setting : Setting.all()) {
            JsonNode entry = written.path(setting.id());
            if (!setting.equals(Setting.ZERO_DENOMINATOR)) {
                settings = settings.with(setting, entry.path("value").asText());
            }
            if (entry.has("reason")) {
                settings = settings.because(setting, entry.path("reason").asText());
            }
            for (var decision : entry.path("decisions").properties()) {
                settings =
                        settings.withZeroDenominator(
                                decision.getKey(),
                                new Settings.Decision(
                                        Setting.ZERO_DENOMINATOR
                                                .value(decision.getValue().path("value").asText())
                                                .orElseThrow(),
                                        decision.getValue().path("reason").asText()));
            }
        }
        return settings;
    }

    private Settings setting(String pointer, Setting<?> setting, JsonNode json, Settings before) {
        Optional<? extends Setting.Value> value = value(pointer, setting, json);
        if (value.isEmpty()) {
            return before;
        }
        Settings chosen = before.with(setting, value.get().id());
        return reason(json).map(reason -> chosen.because(setting, reason)).orElse(chosen);
    }

    private Settings zeroDenominators(String pointer, JsonNode json, Settings before) {
        Settings decided = before;
        if (json.isObject() && !json.has("value")) {
            for (var entry : json.properties()) {
                String at = pointer + "/" + Input.escape(entry.getKey());
                if (!decidable.contains(entry.getKey())) {
                    input.error(at, FactProblem.UNKNOWN_INDICATOR, entry.getKey());
                } else {
                    Optional<Settings.Decision> decision = decision(at, entry.getValue());
                    if (decision.isPresent()) {
                        decided = decided.withZeroDenominator(entry.getKey(), decision.get());
                    }
                }
            }
            return decided;
        }
        Optional<Settings.Decision> decision = decision(pointer, json);
        if (decision.isPresent()) {
            for (String indicator : decidable) {
                decided = decided.withZeroDenominator(indicator, decision.get());
            }
        }
        return decided;
    }

    /// Leaving it not calculable is no decision and needs no reason.
    private Optional<Settings.Decision> decision(String pointer, JsonNode json) {
        Optional<Setting.ZeroDenominator> value =
                value(pointer, Setting.ZERO_DENOMINATOR, json)
                        .filter(chosen -> chosen != Setting.ZeroDenominator.NOT_CALCULABLE);
        if (value.isPresent() && reason(json).isEmpty()) {
            input.error(pointer + "/reason", ScoringProblem.REASON_NEEDED);
            return Optional.empty();
        }
        return value.map(chosen -> new Settings.Decision(chosen, reason(json).orElseThrow()));
    }

    private <V extends Enum<V> & Setting.Value> Optional<V> value(
            String pointer, Setting<V> setting, JsonNode json) {
        JsonNode named = json.isObject() ? json.path("value") : json;
        for (var field : json.properties()) {
            if (!List.of("value", "reason").contains(field.getKey())) {
                input.error(
                        pointer + "/" + Input.escape(field.getKey()),
                        FieldProblem.UNKNOWN_FIELD,
                        field.getKey());
            }
        }
        if (json.path("reason").asText().length() > MAX_REASON) {
            input.error(pointer + "/reason", FieldProblem.TOO_LONG, Integer.toString(MAX_REASON));
        }
        Optional<V> value =
                named.isValueNode() && !named.isNull()
                        ? setting.value(named.asText())
                        : Optional.empty();
        if (value.isEmpty()) {
            input.error(
                    pointer,
                    ScoringProblem.UNKNOWN_READING,
                    named.isValueNode() ? named.asText() : "",
                    setting.values().stream()
                            .map(Setting.Value::id)
                            .collect(Collectors.joining(", ")));
        }
        return value;
    }

    private static Optional<String> reason(JsonNode json) {
        return Optional.of(json.path("reason").asText().strip()).filter(text -> !text.isEmpty());
    }
}
