package kz.bagalau.sandbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// One action on one table, or on one index of it. IAM knows no action `TransactWriteItems`: the
/// parts are checked as the single-item actions.
///
/// @param leadingKey the first key of the item, which IAM calls `dynamodb:LeadingKeys`; null where
///   the request names none, or none that is a text
record Access(String action, String table, @Nullable String index, @Nullable String leadingKey) {

    private static final Pattern EQUALS = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");

    /// What a request does, an entry for each item that it names.
    ///
    /// @param tables the template's by the name that requests use
    static Stream<Access> of(
            DynamoDbRequest request,
            String operation,
            Function<String, Optional<Template.Table>> tables) {
        return new Reader(tables).of(request, operation);
    }

    private record Reader(Function<String, Optional<Template.Table>> tables) {

        Stream<Access> of(DynamoDbRequest request, String operation) {
            return switch (request) {
                case GetItemRequest get -> one("GetItem", get.tableName(), get.key());
                case PutItemRequest put -> one("PutItem", put.tableName(), put.item());
                case UpdateItemRequest update ->
                        one("UpdateItem", update.tableName(), update.key());
                case DeleteItemRequest delete ->
                        one("DeleteItem", delete.tableName(), delete.key());
                case QueryRequest query ->
                        Stream.of(
                                new Access(
                                        "Query", query.tableName(), query.indexName(), key(query)));
                case ScanRequest scan ->
                        Stream.of(new Access("Scan", scan.tableName(), scan.indexName(), null));
                case BatchGetItemRequest batch ->
                        batch.requestItems().entrySet().stream()
                                .flatMap(entry ->
                                        all(
                                                "BatchGetItem",
                                                entry.getKey(),
                                                entry.getValue().keys()));
                case BatchWriteItemRequest batch ->
                        batch.requestItems().entrySet().stream()
                                .flatMap(entry ->
                                        all(
                                                "BatchWriteItem",
                                                entry.getKey(),
                                                entry.getValue().stream()
                                                        .map(Reader::written)
                                                        .toList()));
                case TransactGetItemsRequest transaction ->
                        transaction.transactItems().stream()
                                .flatMap(item ->
                                        one("GetItem", item.get().tableName(), item.get().key()));
                case TransactWriteItemsRequest transaction ->
                        transaction.transactItems().stream().flatMap(this::part);
                default -> Stream.of(new Access(operation, "*", null, null));
            };
        }

        private Stream<Access> part(TransactWriteItem item) {
            return Stream.of(
                            Optional.ofNullable(item.put())
                                    .map(put -> one("PutItem", put.tableName(), put.item())),
                            Optional.ofNullable(item.update())
                                    .map(update ->
                                            one("UpdateItem", update.tableName(), update.key())),
                            Optional.ofNullable(item.delete())
                                    .map(delete ->
                                            one("DeleteItem", delete.tableName(), delete.key())),
                            Optional.ofNullable(item.conditionCheck())
                                    .map(check ->
                                            one(
                                                    "ConditionCheckItem",
                                                    check.tableName(),
                                                    check.key())))
                    .flatMap(Optional::stream)
                    .flatMap(one -> one);
        }

        private Stream<Access> all(
                String action, String table, Collection<Map<String, AttributeValue>> items) {
            return items.stream().flatMap(item -> one(action, table, item));
        }

        private Stream<Access> one(
                String action, String table, Map<String, AttributeValue> attributes) {
            @Nullable String key =
                    tables.apply(table)
                            .map(known -> attributes.get(known.keys().hash()))
                            .map(AttributeValue::s)
                            .orElse(null);
            return Stream.of(new Access(action, table, null, key));
        }

        private static Map<String, AttributeValue> written(WriteRequest write) {
            return write.putRequest() != null
                    ? write.putRequest().item()
                    : write.deleteRequest().key();
        }

        /// The value that the first key of the table or of the index has to have.
        private @Nullable String key(QueryRequest query) {
            @Nullable String hash =
                    tables.apply(query.tableName())
                            .map(table -> hash(table, query.indexName()))
                            .orElse(null);
            if (hash == null || query.keyConditionExpression() == null) {
                return null;
            }
            Matcher equals = EQUALS.matcher(query.keyConditionExpression());
            while (equals.find()) {
                String name = equals.group(1);
                if (query.expressionAttributeNames().getOrDefault(name, name).equals(hash)) {
                    return Optional.ofNullable(
                                    query.expressionAttributeValues().get(equals.group(2)))
                            .map(AttributeValue::s)
                            .orElse(null);
                }
            }
            return null;
        }

        private static @Nullable String hash(Template.Table table, @Nullable String index) {
            if (index == null) {
                return table.keys().hash();
            }
            return table.indexes().stream()
                    .filter(one -> one.name().equals(index))
                    .map(one -> one.keys().hash())
                    .findFirst()
                    .orElse(null);
        }
    }
}
