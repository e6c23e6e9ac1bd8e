package kz.bagalau.arrangements.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.arrangements.WorkedDay;
import kz.bagalau.arrangements.WorkedDays;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.workmode.TimeRecord;

/// Worked days as items of `worked#<body>#<employee>` by their day.
public final class DynamoWorkedDays implements WorkedDays {

    private final DynamoEditions<WorkedDay> days;

    public DynamoWorkedDays(Table table, Clock clock) {
        this.days =
                new DynamoEditions<>(
                        table,
                        clock,
                        new JsonShelf<>(
                                DynamoWorkedDays::json, DynamoWorkedDays::day, Optional.empty()));
    }

    /// The worked days of this runtime's `RECORDS_TABLE`.
    public static DynamoWorkedDays fromEnvironment() {
        return new DynamoWorkedDays(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Optional<Edition<WorkedDay>> find(String body, String employee, LocalDate day) {
        return days.find(key(body, employee, day));
    }

    @Override
    public List<Edition<WorkedDay>> of(String body, String employee, LocalDate from, LocalDate to) {
        return days.all(partition(body, employee)).stream()
                .filter(edition -> !edition.value().record().date().isBefore(from))
                .filter(edition -> !edition.value().record().date().isAfter(to))
                .toList();
    }

    @Override
    public Saved<WorkedDay> put(
            String body, String employee, WorkedDay day, OptionalLong seen, Caller by) {
        return days.put(key(body, employee, day.record().date()), day, seen, by);
    }

    private static String partition(String body, String employee) {
        return "worked#" + body + "#" + employee;
    }

    private static String key(String body, String employee, LocalDate day) {
        return JsonShelf.key(partition(body, employee), day.toString());
    }

    private static ObjectNode json(WorkedDay day) {
        TimeRecord record = day.record();
        return Json.object()
                .put("date", record.date().toString())
                .put("from", record.time().start().toString())
                .put("to", record.time().end().toString())
                .put("breakMinutes", record.pause().toMinutes())
                .put("source", day.source().name())
                .put("by", day.by());
    }

    private static WorkedDay day(JsonNode json) {
        return new WorkedDay(
                new TimeRecord(
                        LocalDate.parse(json.path("date").asText()),
                        LocalTime.parse(json.path("from").asText()),
                        LocalTime.parse(json.path("to").asText()),
                        Duration.ofMinutes(json.path("breakMinutes").asLong())),
                WorkedDay.Source.valueOf(json.path("source").asText()),
                json.path("by").asText());
    }
}
