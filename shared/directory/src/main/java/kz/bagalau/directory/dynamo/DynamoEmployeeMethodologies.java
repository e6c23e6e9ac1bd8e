package kz.bagalau.directory.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.directory.EmployeeMethodologies;
import kz.bagalau.directory.EmployeeSettingsJson;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The records of a body as items `employee-methodology#<body>`, one a procedure, and their
/// editions as items `employee-methodology#<body>#<procedure>`.
public final class DynamoEmployeeMethodologies implements EmployeeMethodologies {

    private static final String PARTITION = "employee-methodology#";

    private final DynamoEditions<MethodologyRecord> editions;

    public DynamoEmployeeMethodologies(Table table, Clock clock) {
        this.editions = new DynamoEditions<>(table, clock, new Records());
    }

    /// The methodologies of this runtime's `RECORDS_TABLE`.
    public static DynamoEmployeeMethodologies fromEnvironment() {
        return new DynamoEmployeeMethodologies(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public List<Edition<MethodologyRecord>> of(String body) {
        return Arrays.stream(EmployeeMethodology.values())
                .flatMap(methodology -> find(body, methodology).stream())
                .toList();
    }

    @Override
    public Optional<Edition<MethodologyRecord>> find(String body, EmployeeMethodology methodology) {
        return editions.find(key(body, methodology));
    }

    @Override
    public Optional<Edition<MethodologyRecord>> find(
            String body, EmployeeMethodology methodology, long version) {
        return editions.find(key(body, methodology), version);
    }

    @Override
    public Saved<MethodologyRecord> put(
            String body, MethodologyRecord next, OptionalLong seen, Caller by) {
        return editions.put(key(body, next.methodology()), next, seen, by);
    }

    // The id of a body has no "#".
    private static String key(String body, EmployeeMethodology methodology) {
        return body + "#" + methodology.code();
    }

    private record Records() implements Shelf<MethodologyRecord> {

        @Override
        public Item place(String key) {
            String[] parts = key.split("#", -1);
            return Item.of(PARTITION + parts[0], parts[1]);
        }

        @Override
        public String history(String key) {
            return PARTITION + key;
        }

        @Override
        public Optional<Edition<MethodologyRecord>> before(String key) {
            return Optional.empty();
        }

        @Override
        public Item write(Item item, MethodologyRecord record) {
            ObjectNode act =
                    Json.object()
                            .put("kind", record.act().kind())
                            .put("number", record.act().number())
                            .put("date", record.act().date().toString());
            record.act().publishedOn().ifPresent(day -> act.put("publishedOn", day.toString()));
            Item written =
                    item.with("methodology", record.methodology().code())
                            .with("act", Json.write(act))
                            .with("from", record.from().toString())
                            .with(
                                    "settings",
                                    Json.write(EmployeeSettingsJson.write(record.settings())));
            return record.until().map(day -> written.with("until", day.toString())).orElse(written);
        }

        @Override
        public MethodologyRecord read(Map<String, AttributeValue> item) {
            JsonNode act = Json.read(Item.text(item, "act"));
            return new MethodologyRecord(
                    EmployeeMethodology.named(Item.text(item, "methodology")).orElseThrow(),
                    new MethodologyRecord.Act(
                            act.path("kind").asText(),
                            act.path("number").asText(),
                            LocalDate.parse(act.path("date").asText()),
                            day(act.path("publishedOn").asText())),
                    LocalDate.parse(Item.text(item, "from")),
                    Item.optionalText(item, "until").map(LocalDate::parse),
                    EmployeeSettingsJson.read(Json.read(Item.text(item, "settings"))));
        }

        @Override
        public Map<String, String> audited(
                Optional<MethodologyRecord> before, Edition<MethodologyRecord> next) {
            return Map.of(
                    "version",
                    Long.toString(next.version()),
                    "act",
                    next.value().act().number(),
                    "from",
                    next.value().from().toString());
        }

        private static Optional<LocalDate> day(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        }
    }
}
