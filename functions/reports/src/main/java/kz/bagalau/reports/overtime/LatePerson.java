package kz.bagalau.reports.overtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import org.jspecify.annotations.Nullable;

/// Somebody who stayed beyond the own working time, over several months.
final class LatePerson {

    private static final List<String> TIME = List.of("start", "end", "act");

    private final String person;
    private final List<ObjectNode> schedule = new ArrayList<>();
    private String unit = "";
    private @Nullable String employee;
    private int days;
    private int daysOff;
    private Duration hours = Duration.ZERO;
    private Duration hoursOff = Duration.ZERO;

    LatePerson(String person) {
        this.person = person;
    }

    /// Adds a month, later than those before.
    ///
    /// @param counted as [OvertimeAids] keeps a person
    void add(JsonNode counted) {
        unit = counted.path("unit").asText();
        employee = Optional.ofNullable(counted.path("employee").textValue()).orElse(employee);
        for (JsonNode day : counted.path("days")) {
            Duration stayed = CountedMonth.exact(day, "hours");
            if (stayed.isZero()) {
                continue; // all of it under an act of the employer
            }
            if (day.path("working").asBoolean()) {
                days++;
                hours = hours.plus(stayed);
            } else {
                daysOff++;
                hoursOff = hoursOff.plus(stayed);
            }
        }
        counted.path("schedule").forEach(stretch -> add((ObjectNode) stretch));
    }

    private void add(ObjectNode stretch) {
        if (!schedule.isEmpty() && goesOn(schedule.getLast(), stretch)) {
            schedule.getLast().put("to", stretch.path("to").asText());
        } else {
            schedule.add(stretch.deepCopy());
        }
    }

    private static boolean goesOn(ObjectNode last, ObjectNode next) {
        return LocalDate.parse(last.path("to").asText())
                        .plusDays(1)
                        .equals(LocalDate.parse(next.path("from").asText()))
                && TIME.stream().allMatch(field -> last.path(field).equals(next.path(field)));
    }

    int days() {
        return days;
    }

    /// By which the directory may know them: what the file says, else the number of the pass.
    String employee() {
        return Optional.ofNullable(employee).orElse(person);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("person", person);
        if (employee != null) {
            json.put("employee", employee);
        }
        json.put("unit", unit)
                .put("days", days)
                .put("hours", OvertimeReading.shown(hours))
                .put("daysOff", daysOff)
                .put("hoursOff", OvertimeReading.shown(hoursOff));
        ArrayNode stretches = json.putArray("schedule");
        schedule.forEach(stretches::add);
        return json;
    }
}
