package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// `Keeper` may get every book, and do everything else with those only whose first key is `ours` or
/// begins with `mine#`.
class LeadingKeysTest {

    private static final String BOOKS = "keys-Books";

    @AutoClose
    static final Sandbox SANDBOX =
            Sandbox.open(Template.parse(TemplateTest.YAML, "keys-", Map.of()));

    private final DynamoDbClient keeper = SANDBOX.runtime("Keeper", Clock.systemUTC()).dynamo();

    /// A name for the report, and a request about the item of a key.
    record Call(String name, BiConsumer<DynamoDbClient, String> request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Call> calls() {
        return List.of(
                call("put", (db, key) -> db.putItem(put -> put.tableName(BOOKS).item(item(key)))),
                call(
                        "update",
                        (db, key) ->
                                db.updateItem(update -> update.tableName(BOOKS).key(item(key)))),
                call(
                        "delete",
                        (db, key) ->
                                db.deleteItem(delete -> delete.tableName(BOOKS).key(item(key)))),
                call(
                        "query",
                        (db, key) ->
                                db.query(query ->
                                        query.tableName(BOOKS)
                                                .keyConditionExpression("#pk = :v")
                                                .expressionAttributeNames(Map.of("#pk", "pk"))
                                                .expressionAttributeValues(
                                                        Map.of(":v", AttributeValue.fromS(key))))),
                call(
                        "query of an index, by its own first key",
                        (db, key) ->
                                db.query(query ->
                                        query.tableName(BOOKS)
                                                .indexName("ByTitle")
                                                .keyConditionExpression("title = :v")
                                                .expressionAttributeValues(
                                                        Map.of(":v", AttributeValue.fromS(key))))),
                call(
                        "batch get",
                        (db, key) ->
                                db.batchGetItem(batch ->
                                        batch.requestItems(
                                                Map.of(
                                                        BOOKS,
                                                        KeysAndAttributes.builder()
                                                                .keys(
                                                                        List.of(
                                                                                item("ours"),
                                                                                item(key + "x")))
                                                                .build())))),
                call(
                        "put in a batch",
                        (db, key) ->
                                db.batchWriteItem(batch ->
                                        batch.requestItems(
                                                Map.of(
                                                        BOOKS,
                                                        List.of(
                                                                WriteRequest.builder()
                                                                        .putRequest(put ->
                                                                                put.item(item(key)))
                                                                        .build()))))),
                call(
                        "delete in a batch",
                        (db, key) ->
                                db.batchWriteItem(batch ->
                                        batch.requestItems(
                                                Map.of(
                                                        BOOKS,
                                                        List.of(
                                                                WriteRequest.builder()
                                                                        .deleteRequest(delete ->
                                                                                delete.key(
                                                                                        item(key)))
                                                                        .build()))))),
                call("put in a transaction", (db, key) -> transact(db, put("mine#0"), put(key))),
                call(
                        "update in a transaction",
                        (db, key) ->
                                transact(
                                        db,
                                        TransactWriteItem.builder()
                                                .update(update ->
                                                        update.tableName(BOOKS)
                                                                .key(item(key))
                                                                .updateExpression("REMOVE a"))
                                                .build())),
                call(
                        "delete in a transaction",
                        (db, key) ->
                                transact(
                                        db,
                                        TransactWriteItem.builder()
                                                .delete(delete ->
                                                        delete.tableName(BOOKS).key(item(key)))
                                                .build())),
                call(
                        "condition in a transaction",
                        (db, key) ->
                                transact(
                                        db,
                                        TransactWriteItem.builder()
                                                .conditionCheck(check ->
                                                        check.tableName(BOOKS)
                                                                .key(item(key))
                                                                .conditionExpression(
                                                                        "attribute_not_exists(a)"))
                                                .build())));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatConcernsItsOwnItemsIsDone(Call call) {
        assertThatCode(() -> call.request().accept(keeper, "mine#1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatConcernsAnotherItemIsRefusedAsAwsWould(Call call) {
        for (String foreign : List.of("yours#1", "mine", "Mine#1", "xmine#1")) {
            assertThatExceptionOfType(DynamoDbException.class)
                    .isThrownBy(() -> call.request().accept(keeper, foreign))
                    .satisfies(refusal ->
                            assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDeniedException"))
                    .withMessageContaining("Keeper is not authorized");
        }
    }

    /// A scan names no key, so that nothing says which items it would see.
    @Test
    void aScanIsRefused_andWhatHasNoConditionIsDone() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> keeper.scan(scan -> scan.tableName(BOOKS)))
                .withMessageContaining("Keeper is not authorized");
        assertThatCode(() -> keeper.getItem(get -> get.tableName(BOOKS).key(item("yours#1"))))
                .doesNotThrowAnyException();
    }

    private static Map<String, AttributeValue> item(String key) {
        return Map.of("pk", AttributeValue.fromS(key));
    }

    private static TransactWriteItem put(String key) {
        return TransactWriteItem.builder().put(put -> put.tableName(BOOKS).item(item(key))).build();
    }

    private static void transact(DynamoDbClient db, TransactWriteItem... items) {
        db.transactWriteItems(transaction -> transaction.transactItems(items));
    }

    private static Call call(String name, BiConsumer<DynamoDbClient, String> request) {
        return new Call(name, request);
    }
}
