package kz.bagalau.directory.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import kz.bagalau.directory.Calendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.calendar.CalendarYear;
import kz.bagalau.rules.calendar.DayKind;
import kz.bagalau.rules.calendar.SpecialDay;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.calendar.WorkingCalendar;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Edited years as items `calendar`, one a year, and all their editions as items `calendar#<year>`.
public final class DynamoCalendars implements Calendars {

    private static final String PARTITION = "calendar";

    private final DynamoEditions<CalendarYear> editions;

    public DynamoCalendars(Table table, Clock clock) {
        this.editions = new DynamoEditions<>(table, clock, new Years());
    }

    /// The calendars of this runtime's `RECORDS_TABLE`.
    public static DynamoCalendars fromEnvironment() {
        return new DynamoCalendars(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Optional<Edition<CalendarYear>> find(int year) {
        return editions.find(Integer.toString(year));
    }

    @Override
    public Optional<Edition<CalendarYear>> find(int year, long version) {
        return editions.find(Integer.toString(year), version);
    }

    @Override
    public WorkingCalendar current() {
        WorkingCalendar calendar = WorkingCalendar.published();
        for (Edition<CalendarYear> edition : editions.all(PARTITION)) {
            calendar = calendar.with(edition.value());
        }
        return calendar;
    }

    @Override
    public Saved<CalendarYear> put(CalendarYear year, OptionalLong seen, Caller by) {
        return editions.put(Integer.toString(year.year()), year, seen, by);
    }

    private record Years() implements Shelf<CalendarYear> {

        @Override
        public Item place(String year) {
            return Item.of(PARTITION, year);
        }

        @Override
        public String history(String year) {
            return PARTITION + "#" + year;
        }

        @Override
        public Optional<Edition<CalendarYear>> before(String year) {
            return WorkingCalendar.published()
                    .find(Integer.parseInt(year))
                    .map(found -> new Edition<>(found, 0));
        }

        @Override
        public Item write(Item item, CalendarYear year) {
            return item.with("year", year.year())
                    .with("week", year.week().name())
                    .with("status", year.status().name())
                    .with("basis", year.basis())
                    .with("days", Json.write(days(year.days())));
        }

        @Override
        public CalendarYear read(Map<String, AttributeValue> item) {
            return new CalendarYear(
                    (int) Item.number(item, "year"),
                    WorkWeek.valueOf(Item.text(item, "week")),
                    CalendarYear.Status.valueOf(Item.text(item, "status")),
                    Item.text(item, "basis"),
                    Json.read(Item.text(item, "days")).valueStream().map(Years::day).toList());
        }

        @Override
        public Map<String, String> audited(
                Optional<CalendarYear> before, Edition<CalendarYear> next) {
            return Map.of(
                    "version",
                    Long.toString(next.version()),
                    "status",
                    next.value().status().name());
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
}
