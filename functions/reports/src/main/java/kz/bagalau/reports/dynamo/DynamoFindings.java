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
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.reports.Finding;
import kz.bagalau.reports.Findings;
import kz.bagalau.reports.Obligation;
import kz.bagalau.reports.ReportForm;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.FactValue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Findings as one item a body and year, beside its reports: they are few, and their facts are made
/// of all of them.
public final class DynamoFindings implements Findings {

    private static final String PLACE = "findings";

    /// Who claims the facts `information.*`.
    private static final String ORIGIN = "review";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public DynamoFindings(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The findings of this runtime's `RECORDS_TABLE`.
    public static DynamoFindings here() {
        Runtime runtime = Runtime.current();
        return new DynamoFindings(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    @Override
    public Year of(String body, int year) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(DynamoReports.partition(body, year), PLACE))
                                .consistentRead(true));
        return found.hasItem()
                ? new Year(
                        body,
                        year,
                        Item.number(found.item(), "version"),
                        Json.read(Item.text(found.item(), "findings"))
                                .valueStream()
                                .map(DynamoFindings::finding)
                                .toList())
                : new Year(body, year, 0, List.of());
    }

    @Override
    public Stored put(Year next, Finding changed, Caller by, Optional<Idempotency.Reply> reply) {
        Instant now = clock.instant();
        Transaction transaction =
                new Transaction()
                        .add(item(next))
                        .put(
                                table,
                                Audit.entry(
                                        "obligation#" + changed.obligation().id(),
                                        by,
                                        changed.stands() ? "find" : "withdraw",
                                        Map.of(
                                                "finding",
                                                changed.id(),
                                                "kind",
                                                changed.kind().name(),
                                                "points",
                                                Decimals.plain(changed.points()),
                                                "basis",
                                                changed.withdrawn()
                                                        .map(Finding.Withdrawal::basis)
                                                        .orElse(changed.basis())),
                                        now));
        DynamoFacts.add(
                transaction,
                table,
                new Publication(next.body(), next.year(), ORIGIN, facts(next), by.subject(), now));
        reply.ifPresent(kept -> transaction.putIfAbsent(table, DynamoIdempotency.item(kept, now)));
        var refusals = transaction.write(dynamo);
        if (refusals.isEmpty()) {
            return Stored.STORED;
        }
        return refusals.getFirst().position() == 0 ? Stored.CHANGED : Stored.CARRIED_OUT;
    }

    private Put item(Year next) {
        ArrayNode list = Json.object().putArray("findings");
        next.findings().forEach(finding -> list.add(json(finding)));
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(
                                Item.of(DynamoReports.partition(next.body(), next.year()), PLACE)
                                        .with("version", next.version())
                                        .with("findings", Json.write(list))
                                        .attributes());
        return next.version() == 1
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :seen")
                        .expressionAttributeValues(
                                Map.<String, AttributeValue>of(
                                        ":seen", Item.number(next.version() - 1)))
                        .build();
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
