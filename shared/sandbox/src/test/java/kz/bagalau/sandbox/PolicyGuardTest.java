package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// `Reader` may get and query books and query them by title, and its policy names the secrets but
/// not their key; `Writer` may do everything with single items of both.
class PolicyGuardTest {

    private static final String BOOKS = "guard-Books";
    private static final String SECRETS = "guard-Secrets";
    private static final Map<String, AttributeValue> ONE =
            Map.of("pk", AttributeValue.fromS("one"), "title", AttributeValue.fromS("t"));
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("one"));

    private static final TransactGetItem GET =
            TransactGetItem.builder().get(get -> get.tableName(BOOKS).key(KEY)).build();

    @AutoClose
    static final Sandbox SANDBOX =
            Sandbox.open(Template.parse(TemplateTest.YAML, "guard-", Map.of()));

    private final DynamoDbClient reader = SANDBOX.runtime("Reader", Clock.systemUTC()).dynamo();
    private final DynamoDbClient writer = SANDBOX.runtime("Writer", Clock.systemUTC()).dynamo();

    /// A name for the report, and the request.
    record Call(String name, Consumer<DynamoDbClient> request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Call> allowedToReader() {
        return List.of(
                call("get", db -> db.getItem(get -> get.tableName(BOOKS).key(KEY))),
                call(
                        "query",
                        db ->
                                db.query(query ->
                                        query.tableName(BOOKS)
                                                .keyConditionExpression("pk = :v")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":v",
                                                                AttributeValue.fromS("one"))))),
                call(
                        "query by title",
                        db ->
                                db.query(query ->
                                        query.tableName(BOOKS)
                                                .indexName("ByTitle")
                                                .keyConditionExpression("title = :v")
                                                .expressionAttributeValues(
                                                        Map.of(":v", AttributeValue.fromS("t"))))),
                call(
                        "get in a transaction",
                        db ->
                                db.transactGetItems(
                                        transaction -> transaction.transactItems(List.of(GET)))));
    }

    static List<Call> refusedToReader() {
        return List.of(
                call("put", db -> db.putItem(put -> put.tableName(BOOKS).item(ONE))),
                call("update", db -> db.updateItem(update -> update.tableName(BOOKS).key(KEY))),
                call("delete", db -> db.deleteItem(delete -> delete.tableName(BOOKS).key(KEY))),
                call("scan", db -> db.scan(scan -> scan.tableName(BOOKS))),
                call(
                        "scan of an index",
                        db -> db.scan(scan -> scan.tableName(BOOKS).indexName("ByTitle"))),
                call(
                        "query of a denied index",
                        db -> db.query(query -> query.tableName(BOOKS).indexName("Hidden"))),
                call("query of another table", db -> db.query(query -> query.tableName(SECRETS))),
                call(
                        "get from another table",
                        db -> db.getItem(get -> get.tableName(SECRETS).key(KEY))),
                call(
                        "batch get",
                        db ->
                                db.batchGetItem(batch ->
                                        batch.requestItems(
                                                Map.of(
                                                        BOOKS,
                                                        KeysAndAttributes.builder()
                                                                .keys(List.of(KEY))
                                                                .build())))),
                call(
                        "batch write",
                        db ->
                                db.batchWriteItem(batch ->
                                        batch.requestItems(
                                                Map.of(
                                                        BOOKS,
                                                        List.of(
                                                                WriteRequest.builder()
                                                                        .putRequest(
                                                                                PutRequest.builder()
                                                                                        .item(ONE)
                                                                                        .build())
                                                                        .build()))))),
                call(
                        "put in a transaction",
                        db ->
                                db.transactWriteItems(
                                        transaction(item ->
                                                item.put(put -> put.tableName(BOOKS).item(ONE))))),
                call(
                        "update in a transaction",
                        db ->
                                db.transactWriteItems(
                                        transaction(item ->
                                                item.update(update ->
                                                        update.tableName(BOOKS)
                                                                .key(KEY)
                                                                .updateExpression("REMOVE a"))))),
                call(
                        "delete in a transaction",
                        db ->
                                db.transactWriteItems(
                                        transaction(item ->
                                                item.delete(delete ->
                                                        delete.tableName(BOOKS).key(KEY))))),
                call(
                        "condition in a transaction",
                        db ->
                                db.transactWriteItems(
                                        transaction(item ->
                                                item.conditionCheck(check ->
                                                        check.tableName(BOOKS)
                                                                .key(KEY)
                                                                .conditionExpression(
                                                                        "attribute_exists(pk)"))))),
                call(
                        "put into a table whose key it may not use",
                        db -> db.putItem(put -> put.tableName(SECRETS).item(KEY))),
                call(
                        "PartiQL",
                        db ->
                                db.executeStatement(statement ->
                                        statement.statement("SELECT * FROM \"" + BOOKS + "\""))),
                call("list of tables", DynamoDbClient::listTables),
                call("deletion of the table", db -> db.deleteTable(drop -> drop.tableName(BOOKS))));
    }

    @ParameterizedTest
    @MethodSource("allowedToReader")
    void whatThePolicyAllowsIsDone(Call call) {
        assertThatCode(() -> call.request().accept(reader)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("refusedToReader")
    void whatThePolicyDoesNotAllowIsRefusedAsAwsWould(Call call) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> call.request().accept(reader))
                .satisfies(refusal ->
                        assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("AccessDeniedException"))
                .withMessageContaining("Reader is not authorized");
    }

    @Test
    void aTransactionOfAllowedPartsIsDone() {
        assertThatCode(() ->
                        writer.transactWriteItems(request ->
                                request.transactItems(put(BOOKS, "1"), put(SECRETS, "2"))))
                .doesNotThrowAnyException();
    }

    @Test
    void theSameCallsWithoutTheGuardAreDone() {
        DynamoDbClient everything = SANDBOX.dynamo();

        assertThatCode(
                        () -> {
                            everything.putItem(put -> put.tableName(SECRETS).item(KEY));
                            everything.scan(scan -> scan.tableName(BOOKS));
                            everything.listTables();
                        })
                .doesNotThrowAnyException();
    }

    private static TransactWriteItem put(String table, String pk) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(Map.of("pk", AttributeValue.fromS(pk))))
                .build();
    }

    private static TransactWriteItemsRequest transaction(Consumer<TransactWriteItem.Builder> item) {
        return TransactWriteItemsRequest.builder()
                .transactItems(List.of(TransactWriteItem.builder().applyMutation(item).build()))
                .build();
    }

    private static Call call(String name, Consumer<DynamoDbClient> request) {
        return new Call(name, request);
    }
}
