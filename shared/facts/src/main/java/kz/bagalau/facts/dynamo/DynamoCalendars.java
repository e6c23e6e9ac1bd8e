package kz.bagalau.facts.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.facts.Calendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Edited years as items `calendar`, one a year, and all their editions as items `calendar#<year>`.
public final class DynamoCalendars implements Calendars {

    private static final String PARTITION = "calendar";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public DynamoCalendars(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The calendars of this runtime's `RECORDS_TABLE`.
    public static DynamoCalendars here() {
        Runtime runtime = Runtime.current();
        return new DynamoCalendars(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    @Override
    public Optional<Edition> find(int year) {
        return item(PARTITION, Integer.toString(year)).or(() -> published(year));
    }

    @Override
    public Optional<Edition> find(int year, long version) {
        return version == 0 ? published(year) : item(history(year), place(version));
    }

    @Override
    public WorkingCalendar current() {
        WorkingCalendar calendar = WorkingCalendar.published();
        for (var item :
                dynamo.queryPaginator(request ->
                                request.tableName(table)
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(
                                                Map.of(":pk", Item.text(PARTITION)))
                                        .consistentRead(true))
                        .items()) {
            calendar = calendar.with(edition(item).year());
        }
        return calendar;
    }

    @Override
    public Saved put(CalendarYear year, OptionalLong seen, Caller by) {
        OptionalLong expected = seen;
        while (true) {
            Optional<Edition> standing = find(year.year());
            if (standing.filter(edition -> edition.year().equals(year)).isPresent()) {
                return new Kept(standing.get());
            }
            long version = standing.map(Edition::version).orElse(0L);
            if (expected.isPresent() && expected.getAsLong() != version) {
                return new Changed(version);
            }
            Edition next = new Edition(year, version + 1);
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
        int year = next.year().year();
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(item(PARTITION, Integer.toString(year), next, by, now).attributes());
        if (next.version() == 1) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("edition = :seen")
                    .expressionAttributeValues(Map.of(":seen", Item.number(next.version() - 1)));
        }
        return new Transaction()
                .add(put.build())
                .putIfAbsent(table, item(history(year), place(next.version()), next, by, now))
                .put(
                        table,
                        Audit.entry(
                                history(year),
                                by,
                                "put",
                                Map.of(
                                        "version",
                                        Long.toString(next.version()),
                                        "status",
                                        next.year().status().name()),
                                now))
                .write(dynamo)
                .isEmpty();
    }

    private Optional<Edition> item(String pk, String sk) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(pk, sk)).consistentRead(true));
        return found.hasItem() ? Optional.of(edition(found.item())) : Optional.empty();
    }

    private static Optional<Edition> published(int year) {
        return WorkingCalendar.published().find(year).map(found -> new Edition(found, 0));
    }

    private static String history(int year) {
        return PARTITION + "#" + year;
    }

    private static String place(long version) {
        return "%06d".formatted(version);
    }

    private static Item item(String pk, String sk, Edition edition, Caller by, Instant at) {
        CalendarYear year = edition.year();
        return Item.of(pk, sk)
                .with("edition", edition.version())
                .with("year", year.year())
                .with("week", year.week().name())
                .with("status", year.status().name())
                .with("basis", year.basis())
                .with("days", Json.write(days(year.days())))
                .with("by", by.subject())
                .with("at", at.toString());
    }

    private static ArrayNode days(List<SpecialDay> days) {
        ArrayNode list = Json.object().putArray("days");
        for (SpecialDay day : days) {
            ObjectNode json =
                    list.addObject()
                            .put("date", day.date().toString())
                            .put("kind", day.kind().name())
                            .put("kk", day.name().kk())
                            .put("ru", day.name().ru())
                            .put("en", day.name().en())
                            .put("basis", day.basis());
            day.substitutesFor().ifPresent(date -> json.put("for", date.toString()));
        }
        return list;
    }

    private static Edition edition(Map<String, AttributeValue> item) {
        return new Edition(
                new CalendarYear(
                        (int) Item.number(item, "year"),
                        WorkWeek.valueOf(Item.text(item, "week")),
                        CalendarYear.Status.valueOf(Item.text(item, "status")),
                        Item.text(item, "basis"),
                        Json.read(Item.text(item, "days"))
                                .valueStream()
                                .map(DynamoCalendars::day)
                                .toList()),
                Item.number(item, "edition"));
    }

    private static SpecialDay day(JsonNode json) {
        return new SpecialDay(
                LocalDate.parse(json.path("date").asText()),
                DayKind.valueOf(json.path("kind").asText()),
                new LocalText(
                        json.path("kk").asText(),
                        json.path("ru").asText(),
                        json.path("en").asText()),
                json.path("basis").asText(),
                json.has("for")
                        ? Optional.of(LocalDate.parse(json.path("for").asText()))
                        : Optional.empty());
    }
}
