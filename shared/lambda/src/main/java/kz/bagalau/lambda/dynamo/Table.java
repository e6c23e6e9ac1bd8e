package kz.bagalau.lambda.dynamo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Runtime;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// A table as a function reads it: an item by its key, or the items of a partition in the order of
/// their sort keys. Every read is consistent.
public record Table(DynamoDbClient dynamo, String name) {

    /// DynamoDB's limit on the keys of one read.
    private static final int MAX_BATCH = 100;

    /// The table that this runtime's environment variable names, with the rights of the function.
    public static Table fromEnvironment(String variable) {
        Runtime runtime = Runtime.current();
        return new Table(runtime.dynamo(), runtime.env(variable));
    }

    public Optional<Map<String, AttributeValue>> find(String pk, String sk) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(name).key(Item.key(pk, sk)).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    /// The items that stand at these keys, each by its key. A hundred keys are one request.
    public Map<Map<String, AttributeValue>, Map<String, AttributeValue>> find(
            Collection<Map<String, AttributeValue>> keys) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found = new HashMap<>();
        List<Map<String, AttributeValue>> left = new ArrayList<>(keys.stream().distinct().toList());
        while (!left.isEmpty()) {
            var first = left.subList(0, Math.min(left.size(), MAX_BATCH));
            var asked =
                    KeysAndAttributes.builder()
                            .keys(List.copyOf(first))
                            .consistentRead(true)
                            .build();
            first.clear();
            var answer = dynamo.batchGetItem(request -> request.requestItems(Map.of(name, asked)));
            answer.responses()
                    .getOrDefault(name, List.of())
                    .forEach(item ->
                            found.put(
                                    Item.key(Item.text(item, Item.PK), Item.text(item, Item.SK)),
                                    item));
            if (answer.hasUnprocessedKeys() && answer.unprocessedKeys().containsKey(name)) {
                left.addAll(answer.unprocessedKeys().get(name).keys());
            }
        }
        return found;
    }

    public List<Map<String, AttributeValue>> partition(String pk) {
        return query("pk = :pk", Map.of(":pk", Item.text(pk)));
    }

    /// The items of a partition whose sort keys begin with `prefix`, which is not empty.
    public List<Map<String, AttributeValue>> partition(String pk, String prefix) {
        return query(
                "pk = :pk AND begins_with(sk, :prefix)",
                Map.of(":pk", Item.text(pk), ":prefix", Item.text(prefix)));
    }

    private List<Map<String, AttributeValue>> query(
            String condition, Map<String, AttributeValue> values) {
        return dynamo
                .queryPaginator(request ->
                        request.tableName(name)
                                .keyConditionExpression(condition)
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items()
                .stream()
                .toList();
    }
}
