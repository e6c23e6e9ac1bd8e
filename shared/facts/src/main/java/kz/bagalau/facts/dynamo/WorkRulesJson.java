package kz.bagalau.facts.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.rules.worktime.Pause;
import kz.bagalau.rules.worktime.WorkRules;
import kz.bagalau.rules.worktime.WorkTime;

/// Internal work rules as JSON.
public final class WorkRulesJson {

    private WorkRulesJson() {}

    public static ObjectNode write(WorkRules rules) {
        ObjectNode json =
                Json.object()
                        .put("from", rules.from().toString())
                        .put("start", rules.hours().start().toString())
                        .put("end", rules.hours().end().toString())
                        .put("act", rules.act());
        rules.unit().ifPresent(unit -> json.put("unit", unit));
        rules.to().ifPresent(to -> json.put("to", to.toString()));
        rules.hours()
                .pause()
                .ifPresent(pause ->
                        json.put("breakFrom", pause.from().toString())
                                .put("breakTo", pause.to().toString()));
        rules.weekdays().stream()
                .sorted()
                .forEach(day -> json.withArray("weekdays").add(day.name()));
        return json;
    }

    public static WorkRules read(JsonNode json) {
        return new WorkRules(
                text(json, "unit"),
                LocalDate.parse(json.path("from").asText()),
                text(json, "to").map(LocalDate::parse),
                new DayHours(
                        time(json),
                        text(json, "breakFrom")
                                .map(from ->
                                        new Pause(
                                                LocalTime.parse(from),
                                                LocalTime.parse(json.path("breakTo").asText())))),
                json.path("weekdays")
                        .valueStream()
                        .map(day -> DayOfWeek.valueOf(day.asText()))
                        .collect(Collectors.toSet()),
                json.path("act").asText());
    }

    /// From `start` to `end`.
    static WorkTime time(JsonNode json) {
        return new WorkTime(
                LocalTime.parse(json.path("start").asText()),
                LocalTime.parse(json.path("end").asText()));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText()).filter(text -> !text.isEmpty());
    }
}
