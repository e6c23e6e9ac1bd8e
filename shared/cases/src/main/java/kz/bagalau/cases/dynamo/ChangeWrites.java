package kz.bagalau.cases.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.flow.Flow;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// What a change writes.
final class ChangeWrites {

    private final Table table;
    private final Change change;
    private final Optional<Map<String, AttributeValue>> standing;
    private final Optional<Document> before;
    private final Chain chain;
    private final Transaction transaction;
    private OptionalInt reply = OptionalInt.empty();

    /// @param standing the item of the document as it was read
    /// @param chain as it was read
    /// @param transaction to which the writes are added
    ChangeWrites(
            Table table,
            Change change,
            Optional<Map<String, AttributeValue>> standing,
            Chain chain,
            Transaction transaction) {
        this.transaction = transaction;
        this.table = table;
        this.change = change;
        this.standing = standing;
        this.before = standing.map(Stored::document);
        this.chain = chain;
        before.ifPresent(old -> {
            if (!old.body().equals(change.next().body())
                    || !old.period().equals(change.next().period())) {
                throw new IllegalArgumentException(
                        old.reference() + " cannot move to another body or period");
            }
        });
    }

    void add() {
        document();
        audit();
        lists();
        tasks();
        messages();
        change.files()
                .forEach(file -> put(Places.file(file), Places.NAMED + change.next().reference()));
        change.reply()
                .ifPresent(kept -> {
                    reply = OptionalInt.of(transaction.size());
                    transaction.putIfAbsent(
                            table.name(), DynamoIdempotency.item(kept, change.act().at()));
                });
    }

    boolean isOfReply(Transaction.Refusal refusal) {
        return reply.isPresent() && reply.getAsInt() == refusal.position();
    }

    private void document() {
        Document next = change.next();
        Item item =
                Places.name(Places.partition(next.reference()), Places.DOCUMENT, next.reference())
                        .with("version", next.version())
                        .with("snapshot", Stored.snapshot(next))
                        .with(
                                "tasks",
                                AttributeValue.fromL(
                                        change.tasks().stream()
                                                .map(task -> Item.text(Stored.task(task)))
                                                .toList()));
        Put.Builder put = Put.builder().tableName(table.name()).item(item.attributes());
        if (before.isEmpty()) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("version = :seen")
                    .expressionAttributeValues(Map.of(":seen", Item.number(next.version() - 1)));
        }
        transaction
                .add(put.build())
                .putIfAbsent(table.name(), Stored.version(next, from(), change.act()));
    }

    private void audit() {
        ObjectNode details =
                Json.object()
                        .put("from", from())
                        .put("to", change.next().state())
                        .put("version", change.next().version())
                        .put("snapshot", Sha256.hex(Stored.snapshot(change.next())));
        chain.add(transaction, table.name(), change.act(), details);
    }

    private String from() {
        return before.map(Document::state).orElse(Flow.START);
    }

    private void lists() {
        Document next = change.next();
        String kind = next.reference().kind();
        String place = Places.inList(next);
        if (before.isEmpty()) {
            put(Places.ofBody(kind, next.body()), place);
        }
        if (!from().equals(next.state())) {
            before.ifPresent(
                    old -> delete(Item.key(Places.inState(kind, old.body(), old.state()), place)));
            put(Places.inState(kind, next.body(), next.state()), place);
        }
        Set<Party> had = before.map(Document::parties).orElse(Set.of());
        for (Party party : next.parties()) {
            if (!had.contains(party)) {
                put(Places.ofParty(party), Places.inOwnList(next));
            }
        }
        for (Party party : had) {
            if (!next.parties().contains(party)) {
                delete(Item.key(Places.ofParty(party), Places.inOwnList(next)));
            }
        }
    }

    /// Opens the tasks that are new and settles those that are no longer named; the others stay
    /// untouched.
    private void tasks() {
        Map<Map<String, AttributeValue>, Task> wanted = new LinkedHashMap<>();
        for (Task task : change.tasks()) {
            if (wanted.put(TaskItems.key(task), task) != null) {
                throw new IllegalArgumentException("one task twice: " + task);
            }
        }
        Set<Task> open = new HashSet<>(standing.map(Stored::tasks).orElse(List.of()));
        for (Task task : wanted.values()) {
            if (!open.contains(task)) {
                transaction.put(table.name(), TaskItems.of(task));
            }
        }
        for (Task task : open) {
            if (!wanted.containsKey(TaskItems.key(task))) {
                delete(TaskItems.key(task));
            }
        }
    }

    private void messages() {
        for (int i = 0; i < change.messages().size(); i++) {
            Message message = change.messages().get(i);
            transaction.put(table.name(), DynamoOutbox.item(change, message, i));
        }
    }

    private void put(String pk, String sk) {
        transaction.put(table.name(), Places.name(pk, sk, change.next().reference()));
    }

    private void delete(Map<String, AttributeValue> key) {
        transaction.add(Delete.builder().tableName(table.name()).key(key).build());
    }
}
