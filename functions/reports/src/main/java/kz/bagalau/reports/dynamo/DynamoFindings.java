package kz.bagalau.reports.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.reports.finding.Finding;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.FactValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Findings as one item a body and year, beside its reports, and all their editions as items
/// `findings#<body>#<year>`: they are few, and their facts are made of all of them.
public final class DynamoFindings implements Findings {

    private static final String PLACE = "findings";

    /// Who claims the facts `information.*`.
    private static final String ORIGIN = "review";

    private final Table table;
    private final Clock clock;
    private final DynamoEditions<List<Finding>> editions;

    public DynamoFindings(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.editions = new DynamoEditions<>(table, clock, new BodyYears());
    }

    /// The findings of this runtime's `RECORDS_TABLE`.
    public static DynamoFindings fromEnvironment() {
        return new DynamoFindings(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Year of(String body, int year) {
        return editions.find(key(body, year))
                .map(found -> new Year(body, year, found.version(), found.value()))
                .orElse(new Year(body, year, 0, List.of()));
    }

    @Override
    public Stored put(Year next, Caller by, Optional<Idempotency.Reply> reply) {
        String key = key(next.body(), next.year());
        Optional<Edition<List<Finding>>> standing = editions.find(key);
        if (standing.map(Edition::version).orElse(0L) != next.version() - 1) {
            return Stored.CHANGED;
        }
        Instant now = clock.instant();
        var refusals =
                editions.write(
                        key,
                        standing,
                        next.findings(),
                        by,
                        transaction -> {
                            DynamoFacts.add(
                                    transaction,
                                    table.name(),
                                    new Publication(
                                            next.body(),
                                            next.year(),
                                            ORIGIN,
                                            facts(next),
                                            by.subject(),
                                            now));
                            reply.ifPresent(kept ->
                                    transaction.putIfAbsent(
                                            table.name(), DynamoIdempotency.item(kept, now)));
                        });
        if (refusals.isEmpty()) {
            return Stored.STORED;
        }
        return refusals.getFirst().position() == 0 ? Stored.CHANGED : Stored.CARRIED_OUT;
    }

    private static String key(String body, int year) {
        return body + "#" + year;
    }

    private static List<Fact> facts(Year year) {
        return Arrays.stream(ReportForm.Direction.values())
                .filter(direction -> !year.standing(direction).isEmpty())
                .map(direction -> fact(year, direction))
                .toList();
    }

    private static Fact fact(Year year, ReportForm.Direction direction) {
        List<BigDecimal> points = new ArrayList<>();
        ObjectNode source = Json.object().put("kind", "review");
        ArrayNode findings = source.putArray("findings");
        for (Finding finding : year.standing(direction)) {
            points.add(finding.points());
            findings.addObject()
                    .put("obligation", finding.obligation().id())
                    .put("kind", finding.kind().name())
                    .put("points", Decimals.plain(finding.points()))
                    .put("basis", finding.basis());
        }
        return new Fact(direction.fact(), new FactValue.Amounts(points), source);
    }

    private record BodyYears() implements Shelf<List<Finding>> {

        @Override
        public Item place(String key) {
            return Item.of(DynamoReports.partition(key), PLACE);
        }

        @Override
        public String history(String key) {
            return "findings#" + key;
        }

        @Override
        public Item write(Item item, List<Finding> findings) {
            ArrayNode list = Json.object().putArray("findings");
            findings.forEach(finding -> list.add(json(finding)));
            return item.with("findings", Json.write(list));
        }

        @Override
        public List<Finding> read(Map<String, AttributeValue> item) {
            return Json.read(Item.text(item, "findings"))
                    .valueStream()
                    .map(BodyYears::finding)
                    .toList();
        }

        /// About the obligation of the one finding that was made or withdrawn.
        @Override
        public Item audit(
                String key,
                Optional<List<Finding>> before,
                Edition<List<Finding>> next,
                Caller by,
                Instant at) {
            Finding changed = changed(before, next);
            return Audit.entry(
                    "obligation#" + changed.obligation().id(),
                    by,
                    changed.stands() ? "find" : "withdraw",
                    audited(before, next),
                    at);
        }

        @Override
        public Map<String, String> audited(
                Optional<List<Finding>> before, Edition<List<Finding>> next) {
            Finding changed = changed(before, next);
            return Map.of(
                    "finding",
                    changed.id(),
                    "kind",
                    changed.kind().name(),
                    "points",
                    Decimals.plain(changed.points()),
                    "basis",
                    changed.withdrawn().map(Finding.Withdrawal::basis).orElse(changed.basis()));
        }

        private static Finding changed(
                Optional<List<Finding>> before, Edition<List<Finding>> next) {
            return next.value().stream()
                    .filter(finding -> before.filter(old -> old.contains(finding)).isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no finding has changed"));
        }

        private static ObjectNode json(Finding finding) {
            ObjectNode json =
                    Json.object()
                            .put("id", finding.id())
                            .put("obligation", finding.obligation().id())
                            .put("kind", finding.kind().name())
                            .put("points", Decimals.plain(finding.points()))
                            .put("basis", finding.basis())
                            .put("by", finding.by())
                            .put("at", finding.at().toString());
            finding.withdrawn()
                    .ifPresent(withdrawal ->
                            json.putObject("withdrawn")
                                    .put("basis", withdrawal.basis())
                                    .put("by", withdrawal.by())
                                    .put("at", withdrawal.at().toString()));
            return json;
        }

        private static Finding finding(JsonNode json) {
            JsonNode withdrawn = json.path("withdrawn");
            return new Finding(
                    json.path("id").asText(),
                    Obligation.parse(json.path("obligation").asText()).orElseThrow(),
                    Finding.Kind.valueOf(json.path("kind").asText()),
                    Decimals.of(json.path("points").asText()),
                    json.path("basis").asText(),
                    json.path("by").asText(),
                    Instant.parse(json.path("at").asText()),
                    withdrawn.isMissingNode()
                            ? Optional.empty()
                            : Optional.of(
                                    new Finding.Withdrawal(
                                            withdrawn.path("basis").asText(),
                                            withdrawn.path("by").asText(),
                                            Instant.parse(withdrawn.path("at").asText()))));
        }
    }
}
