package kz.bagalau.directory.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One record of a body's staff as JSON in one item of the body's partition.
///
/// @param kind of record, in its keys
record RecordShelf<T>(
        String body, String kind, Function<T, ObjectNode> write, Function<JsonNode, T> read)
        implements Shelf<T> {

    private static final String RECORD = "record";

    @Override
    public Item place(String id) {
        return Item.of(DynamoStaffs.partition(body), kind + "#" + id).with("id", id);
    }

    @Override
    public String history(String id) {
        return kind + "#" + body + "#" + id;
    }

    @Override
    public Item write(Item item, T value) {
        return item.with(RECORD, Json.write(write.apply(value)));
    }

    @Override
    public T read(Map<String, AttributeValue> item) {
        return read.apply(Json.read(Item.text(item, RECORD)));
    }

    @Override
    public Map<String, String> audited(Optional<T> before, Edition<T> next) {
        JsonNode then = before.<JsonNode>map(write).orElseGet(Json::object);
        Map<String, String> changes = new TreeMap<>();
        changes.put("version", Long.toString(next.version()));
        for (var field : write.apply(next.value()).properties()) {
            JsonNode was = then.path(field.getKey());
            if (!was.equals(field.getValue())) {
                changes.put(field.getKey(), text(was) + " → " + text(field.getValue()));
            }
        }
        then.properties().stream()
                .filter(field -> !write.apply(next.value()).has(field.getKey()))
                .forEach(field -> changes.put(field.getKey(), text(field.getValue()) + " → "));
        return changes;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
