package kz.bagalau.exit.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.settled.ChangeRequest;
import kz.bagalau.exit.settled.ChangeRequest.Decision;
import kz.bagalau.exit.settled.ChangeRequest.Verdict;
import kz.bagalau.exit.settled.ChangeRequest.What;
import kz.bagalau.exit.settled.Consents;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Requests as items `consents`/body and id. `consent#<id>` names the body of one, and
/// `asked#<body>`/person the last one about a person, which keeps two from waiting at once.
public final class DynamoConsents implements Consents {

    private static final String PARTITION = "consents";
    private static final String HERE = "-";
    private static final int ATTEMPTS = 3;
    private static final int REQUEST = 0;

    private final Table table;
    private final DynamoLeavers leavers;

    private DynamoConsents(Table table, Clock clock) {
        this.table = table;
        this.leavers = new DynamoLeavers(table, clock);
    }

    /// The requests of this runtime's `EXIT_INTERVIEWS_TABLE`.
    public static DynamoConsents fromEnvironment() {
        return new DynamoConsents(
                Table.fromEnvironment("EXIT_INTERVIEWS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Asked ask(ChangeRequest request) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ChangeRequest> last = last(request.body(), request.person());
            if (last.filter(before -> holds(before, request)).isPresent()) {
                return new Before(last.get());
            }
            List<Transaction.Refusal> refusals =
                    new Transaction()
                            .putIfAbsent(table.name(), item(request))
                            .put(
                                    table.name(),
                                    Item.of("consent#" + request.id(), HERE)
                                            .with("body", request.body()))
                            .add(last(last, request))
                            .write(table.dynamo());
            if (refusals.isEmpty()) {
                return new Entered(request);
            }
        }
        throw new IllegalStateException("requests about one person keep overtaking each other");
    }

    private static boolean holds(ChangeRequest before, ChangeRequest request) {
        return switch (before.state()) {
            case PENDING -> true;
            case REFUSED -> before.asksTheSame(request);
            case CONSENTED -> false;
        };
    }

    private Put last(Optional<ChangeRequest> last, ChangeRequest request) {
        Put.Builder put =
                Put.builder()
                        .tableName(table.name())
                        .item(
                                Item.of(asked(request.body()), request.person())
                                        .with("id", request.id())
                                        .attributes());
        return last.map(before ->
                        put.conditionExpression("id = :last")
                                .expressionAttributeValues(Map.of(":last", Item.text(before.id()))))
                .orElseGet(() -> put.conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    @Override
    public Decided decide(ChangeRequest request, Decision decision) {
        if (request.decision().isEmpty()) {
            Transaction transaction = new Transaction().add(update(request, decision));
            if (decision.verdict() == Verdict.CONSENT) {
                leavers.add(transaction, request.decided(decision));
            }
            List<Transaction.Refusal> refusals = transaction.write(table.dynamo());
            if (refusals.isEmpty()) {
                return Decided.DECIDED;
            }
            if (refusals.stream().noneMatch(refusal -> refusal.position() == REQUEST)) {
                return Decided.REGISTER_CHANGED;
            }
        }
        return find(request.id())
                        .flatMap(ChangeRequest::decision)
                        .filter(decision::sameAs)
                        .isPresent()
                ? Decided.DECIDED
                : Decided.OTHERWISE;
    }

    private Update update(ChangeRequest request, Decision decision) {
        return Update.builder()
                .tableName(table.name())
                .key(Item.key(PARTITION, place(request)))
                .updateExpression(
                        "SET verdict = :verdict, because = :because, decidedBy = :by, decided = :at")
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(verdict)")
                .expressionAttributeValues(
                        Map.of(
                                ":verdict", Item.text(decision.verdict().name()),
                                ":because", Item.text(decision.reason()),
                                ":by", Item.text(decision.by()),
                                ":at", Item.text(decision.at().toString())))
                .build();
    }

    @Override
    public Optional<ChangeRequest> find(String id) {
        return Input.isId(id)
                ? table.find("consent#" + id, HERE)
                        .flatMap(found -> request(text(found, "body"), id))
                : Optional.empty(); // DynamoDB refuses keys that are empty or too long
    }

    @Override
    public List<ChangeRequest> of(String body) {
        return requests(table.partition(PARTITION, body + "#"));
    }

    @Override
    public List<ChangeRequest> all() {
        return requests(table.partition(PARTITION));
    }

    private static List<ChangeRequest> requests(List<Map<String, AttributeValue>> items) {
        return items.stream().map(DynamoConsents::request).toList();
    }

    private Optional<ChangeRequest> last(String body, String person) {
        return table.find(asked(body), person).flatMap(found -> request(body, text(found, "id")));
    }

    private Optional<ChangeRequest> request(String body, String id) {
        return table.find(PARTITION, body + "#" + id).map(DynamoConsents::request);
    }

    private static String asked(String body) {
        return "asked#" + body;
    }

    private static String place(ChangeRequest request) {
        return request.body() + "#" + request.id();
    }

    private static Item item(ChangeRequest request) {
        Item item =
                Item.of(PARTITION, place(request))
                        .with("id", request.id())
                        .with("what", request.what().name())
                        .with("to", DynamoLeavers.map(request.to()))
                        .with("reason", request.reason())
                        .with("by", request.by())
                        .with("asked", request.asked().toString());
        request.from().ifPresent(from -> item.with("from", DynamoLeavers.map(from)));
        return item;
    }

    private static ChangeRequest request(Map<String, AttributeValue> item) {
        return new ChangeRequest(
                text(item, "id"),
                What.valueOf(text(item, "what")),
                announcement(item, "from"),
                announcement(item, "to").orElseThrow(),
                text(item, "reason"),
                text(item, "by"),
                Instant.parse(text(item, "asked")),
                Item.optionalText(item, "verdict")
                        .map(verdict ->
                                new Decision(
                                        Verdict.valueOf(verdict),
                                        text(item, "because"),
                                        text(item, "decidedBy"),
                                        Instant.parse(text(item, "decided")))));
    }

    private static Optional<Announcement> announcement(
            Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(map -> DynamoLeavers.announcement(map.m()));
    }
}
