package kz.bagalau.reports.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.reports.ReportForm;
import kz.bagalau.reports.ReportPeriod;
import kz.bagalau.reports.Schedule;
import kz.bagalau.reports.Schedules;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Schedules as items `schedules`, one a year, and all their editions as items `schedule#<year>`.
public final class DynamoSchedules implements Schedules {

    private static final String PARTITION = "schedules";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public DynamoSchedules(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The schedules of this runtime's `RECORDS_TABLE`.
    public static DynamoSchedules here() {
        Runtime runtime = Runtime.current();
        return new DynamoSchedules(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    @Override
    public Optional<Edition> find(int year) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(PARTITION, Integer.toString(year)))
                                .consistentRead(true));
        return found.hasItem() ? Optional.of(edition(found.item())) : Optional.empty();
    }

    @Override
    public Saved put(Schedule schedule, OptionalLong seen, Caller by) {
        OptionalLong expected = seen;
        while (true) {
            Optional<Edition> standing = find(schedule.year());
            if (standing.filter(edition -> edition.schedule().equals(schedule)).isPresent()) {
                return new Kept(standing.get());
            }
            long version = standing.map(Edition::version).orElse(0L);
            if (expected.isPresent() && expected.getAsLong() != version) {
                return new Changed(version);
            }
            Edition next = new Edition(schedule, version + 1);
            if (write(next, by)) {
                return new Kept(next);
            }
            // Somebody was quicker: what stands now is either the same, or what the caller has not
            // seen.
            expected = OptionalLong.of(version);
        }
    }

    private boolean write(Edition next, Caller by) {
        Instant now = clock.instant();
        String year = Integer.toString(next.schedule().year());
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(item(PARTITION, year, next, by, now).attributes());
        if (next.version() == 1) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("edition = :seen")
                    .expressionAttributeValues(Map.of(":seen", Item.number(next.version() - 1)));
        }
        return new Transaction()
                .add(put.build())
                .putIfAbsent(
                        table,
                        item("schedule#" + year, "%06d".formatted(next.version()), next, by, now))
                .put(
                        table,
                        Audit.entry(
                                "schedule#" + year,
                                by,
                                "put",
                                Map.of("version", Long.toString(next.version())),
                                now))
                .write(dynamo)
                .isEmpty();
    }

    private static Item item(String pk, String sk, Edition edition, Caller by, Instant at) {
        Schedule schedule = edition.schedule();
        ArrayNode items = Json.object().putArray("items");
        for (Schedule.Item item : schedule.items()) {
            items.addObject()
                    .put("form", item.form().code())
                    .put("period", item.period().code())
                    .put("due", item.due().toString());
        }
        return Item.of(pk, sk)
                .with("edition", edition.version())
                .with("year", schedule.year())
                .with("basis", schedule.basis())
                .with("closes", schedule.closes().map(LocalDate::toString))
                .with("items", Json.write(items))
                .with("by", by.subject())
                .with("at", at.toString());
    }

    private static Edition edition(Map<String, AttributeValue> item) {
        List<Schedule.Item> items =
                Json.read(Item.text(item, "items"))
                        .valueStream()
                        .map(DynamoSchedules::scheduled)
                        .toList();
        return new Edition(
                new Schedule(
                        (int) Item.number(item, "year"),
                        Item.text(item, "basis"),
                        Item.optionalText(item, "closes").map(LocalDate::parse),
                        items),
                Item.number(item, "edition"));
    }

    private static Schedule.Item scheduled(JsonNode json) {
        return new Schedule.Item(
                ReportForm.named(json.path("form").asText()).orElseThrow(),
                ReportPeriod.parse(json.path("period").asText()).orElseThrow(),
                LocalDate.parse(json.path("due").asText()));
    }
}
