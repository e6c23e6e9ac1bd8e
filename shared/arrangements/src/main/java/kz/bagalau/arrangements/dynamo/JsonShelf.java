package kz.bagalau.arrangements.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Editions whose value is one attribute of JSON. A key is `<partition>|<name>`: what stands lies
/// in the partition, and the history of each name in one of its own.
///
/// @param first what stands before the first edition; empty where nothing does
record JsonShelf<T>(Function<T, ObjectNode> written, Function<JsonNode, T> read, Optional<T> first)
        implements Shelf<T> {

    private static final String VALUE = "value";
    private static final String BETWEEN = "|";

    static String key(String partition, String name) {
        return partition + BETWEEN + name;
    }

    @Override
    public Item place(String key) {
        int end = key.indexOf(BETWEEN);
        return Item.of(key.substring(0, end), key.substring(end + 1));
    }

    @Override
    public String history(String key) {
        return key.replace(BETWEEN, "#") + "#editions";
    }

    @Override
    public Optional<Edition<T>> before(String key) {
        return first.map(value -> new Edition<>(value, 0));
    }

    @Override
    public Item write(Item item, T value) {
        return item.with(VALUE, Json.write(written.apply(value)));
    }

    @Override
    public T read(Map<String, AttributeValue> item) {
        return read.apply(Json.read(Item.text(item, VALUE)));
    }

    @Override
    public Map<String, String> audited(Optional<T> before, Edition<T> next) {
        return Map.of(
                "version",
                Long.toString(next.version()),
                VALUE,
                Json.write(written.apply(next.value())));
    }
}
