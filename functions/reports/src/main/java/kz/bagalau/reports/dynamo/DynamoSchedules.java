package kz.bagalau.reports.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.schedule.Schedule;
import kz.bagalau.reports.schedule.Schedules;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Schedules as items `schedules`, one a year, and all their editions as items `schedule#<year>`.
public final class DynamoSchedules implements Schedules {

    private final DynamoEditions<Schedule> editions;

    public DynamoSchedules(Table table, Clock clock) {
        this.editions = new DynamoEditions<>(table, clock, new Years());
    }

    /// The schedules of this runtime's `RECORDS_TABLE`.
    public static DynamoSchedules fromEnvironment() {
        return new DynamoSchedules(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Optional<Edition<Schedule>> find(int year) {
        return editions.find(Integer.toString(year));
    }

    @Override
    public Saved<Schedule> put(Schedule schedule, OptionalLong seen, Caller by) {
        return editions.put(Integer.toString(schedule.year()), schedule, seen, by);
    }

    private record Years() implements Shelf<Schedule> {

        @Override
        public Item place(String year) {
            return Item.of("schedules", year);
        }

        @Override
        public String history(String year) {
            return "schedule#" + year;
        }

        @Override
        public Item write(Item item, Schedule schedule) {
            ArrayNode items = Json.object().putArray("items");
            for (Schedule.Item each : schedule.items()) {
                items.addObject()
                        .put("form", each.form().code())
                        .put("period", each.period().code())
                        .put("due", each.due().toString());
            }
            return item.with("year", schedule.year())
                    .with("basis", schedule.basis())
                    .with("closes", schedule.closes().map(LocalDate::toString))
                    .with("items", Json.write(items));
        }

        @Override
        public Schedule read(Map<String, AttributeValue> item) {
            List<Schedule.Item> items =
                    Json.read(Item.text(item, "items"))
                            .valueStream()
                            .map(Years::scheduled)
                            .toList();
            return new Schedule(
                    (int) Item.number(item, "year"),
                    Item.text(item, "basis"),
                    Item.optionalText(item, "closes").map(LocalDate::parse),
                    items);
        }

        @Override
        public Map<String, String> audited(Optional<Schedule> before, Edition<Schedule> next) {
            return Map.of("version", Long.toString(next.version()));
        }

        private static Schedule.Item scheduled(JsonNode json) {
            return new Schedule.Item(
                    ReportForm.named(json.path("form").asText()).orElseThrow(),
                    ReportPeriod.parse(json.path("period").asText()).orElseThrow(),
                    LocalDate.parse(json.path("due").asText()));
        }
    }
}
