package kz.bagalau.lambda.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Writes that happen together or not at all.
public final class Transaction {

    /// DynamoDB's limit on the items of one transaction.
    public static final int MAX_ITEMS = 100;

    /// DynamoDB's limit on what one transaction writes, less what a request has besides.
    private static final int MAX_BYTES = 3_500_000;

    private static final int ATTEMPTS = 8;

    /// A write whose condition did not hold, with the item that stood there.
    ///
    /// @param position of the write in the transaction, from 0
    /// @param standing the attributes found; empty where there is no such item
    public record Refusal(int position, Map<String, AttributeValue> standing) {}

    private final List<TransactWriteItem> writes = new ArrayList<>();
    private int bytes;

    /// Puts an item, whatever stands there.
    public Transaction put(String table, Item item) {
        return add(Put.builder().tableName(table).item(item.attributes()).build());
    }

    /// Puts an item where none stands.
    public Transaction putIfAbsent(String table, Item item) {
        return add(
                Put.builder()
                        .tableName(table)
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build());
    }

    public Transaction add(Put put) {
        bytes += bytes(put.item());
        writes.add(TransactWriteItem.builder().put(put).build());
        return this;
    }

    public Transaction add(Update update) {
        writes.add(TransactWriteItem.builder().update(update).build());
        return this;
    }

    public Transaction add(Delete delete) {
        writes.add(TransactWriteItem.builder().delete(delete).build());
        return this;
    }

    public Transaction add(ConditionCheck check) {
        writes.add(TransactWriteItem.builder().conditionCheck(check).build());
        return this;
    }

    public int size() {
        return writes.size();
    }

    /// Whether one transaction holds the writes of both.
    public boolean holds(Transaction more) {
        return size() + more.size() <= MAX_ITEMS && bytes + more.bytes <= MAX_BYTES;
    }

    /// Adds the writes of another transaction after its own.
    public Transaction add(Transaction more) {
        writes.addAll(more.writes);
        bytes += more.bytes;
        return this;
    }

    private static int bytes(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(entry -> length(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> length(value.s());
            case N -> value.n().length();
            case B -> value.b().asByteArrayUnsafe().length;
            case L -> value.l().stream().mapToInt(Transaction::bytes).sum();
            case M -> bytes(value.m());
            default -> 1;
        };
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Writes everything, or nothing. A conflict with another transaction is tried again.
    ///
    /// @return the writes whose condition did not hold; empty where all is written
    public List<Refusal> write(DynamoDbClient dynamo) {
        for (int attempt = 1; ; attempt++) {
            try {
                dynamo.transactWriteItems(request -> request.transactItems(writes));
                return List.of();
            } catch (TransactionCanceledException e) {
                List<Refusal> refusals = refusals(e);
                if (!refusals.isEmpty()) {
                    return refusals;
                }
                if (attempt == ATTEMPTS || !conflict(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static List<Refusal> refusals(TransactionCanceledException e) {
        List<Refusal> refusals = new ArrayList<>();
        List<CancellationReason> reasons = e.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
                refusals.add(new Refusal(i, reasons.get(i).item()));
            }
        }
        return refusals;
    }

    private static boolean conflict(TransactionCanceledException e) {
        return e.cancellationReasons().stream()
                .anyMatch(reason -> "TransactionConflict".equals(reason.code()));
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}
