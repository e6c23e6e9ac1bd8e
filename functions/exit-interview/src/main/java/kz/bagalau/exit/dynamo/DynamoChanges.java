package kz.bagalau.exit.dynamo;

import java.util.List;
import java.util.Map;
import kz.bagalau.exit.counts.Changes;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Changes as items `changes`/body and year, each a counter of changes and the number counted last.
public final class DynamoChanges implements Changes {

    private static final String PARTITION = "changes";

    private final Table table;

    private DynamoChanges(Table table) {
        this.table = table;
    }

    /// The changes of this runtime's `EXIT_INTERVIEWS_TABLE`.
    public static DynamoChanges fromEnvironment() {
        return new DynamoChanges(Table.fromEnvironment("EXIT_INTERVIEWS_TABLE"));
    }

    /// Notes one more change, in the transaction of the change.
    static Update noted(String table, String body, int year) {
        return Update.builder()
                .tableName(table)
                .key(Item.key(PARTITION, place(body, year)))
                .updateExpression("SET body = :body, #year = :year ADD version :one")
                .expressionAttributeNames(Map.of("#year", "year"))
                .expressionAttributeValues(
                        Map.of(
                                ":body", Item.text(body),
                                ":year", Item.number(year),
                                ":one", Item.number(1)))
                .build();
    }

    @Override
    public List<Change> all() {
        return table.partition(PARTITION).stream()
                .map(item ->
                        new Change(
                                Item.text(item, "body"),
                                (int) Item.number(item, "year"),
                                Item.number(item, "version"),
                                Item.optionalNumber(item, "counted").orElse(0L)))
                .toList();
    }

    @Override
    public void counted(Change change, boolean forGood) {
        Map<String, AttributeValue> key = Item.key(PARTITION, place(change.body(), change.year()));
        try {
            if (forGood) {
                table.dynamo()
                        .deleteItem(request ->
                                request.tableName(table.name())
                                        .key(key)
                                        .conditionExpression("version = :version")
                                        .expressionAttributeValues(
                                                Map.of(":version", Item.number(change.version()))));
            } else {
                table.dynamo()
                        .updateItem(request ->
                                request.tableName(table.name())
                                        .key(key)
                                        .updateExpression("SET counted = :version")
                                        .conditionExpression("attribute_exists(pk)")
                                        .expressionAttributeValues(
                                                Map.of(":version", Item.number(change.version()))));
            }
        } catch (ConditionalCheckFailedException e) {
            // Changed since, or counted by another run: the next run looks again.
        }
    }

    private static String place(String body, int year) {
        return body + "#" + year;
    }
}
