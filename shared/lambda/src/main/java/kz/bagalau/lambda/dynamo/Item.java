package kz.bagalau.lambda.dynamo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item under construction, and the reading of one.
public final class Item {

    public static final String PK = "pk";
    public static final String SK = "sk";

    private final Map<String, AttributeValue> attributes = new HashMap<>();

    private Item() {}

    public static Item of(String pk, String sk) {
        return new Item().with(PK, pk).with(SK, sk);
    }

    /// The key of an item, for reads, updates and deletions.
    public static Map<String, AttributeValue> key(String pk, String sk) {
        return of(pk, sk).attributes();
    }

    public Item with(String name, String value) {
        attributes.put(name, text(value));
        return this;
    }

    public Item with(String name, long value) {
        attributes.put(name, number(value));
        return this;
    }

    public Item with(String name, byte[] value) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    public Item with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    public Item with(String name, Optional<String> value) {
        value.ifPresent(text -> with(name, text));
        return this;
    }

    public Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    public static AttributeValue texts(Collection<String> values) {
        return AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList());
    }

    /// The text of an attribute that every such item has; throws [IllegalStateException] otherwise.
    public static String text(Map<String, AttributeValue> item, String name) {
        return optionalText(item, name)
                .orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    public static Optional<String> optionalText(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    public static long number(Map<String, AttributeValue> item, String name) {
        return optionalNumber(item, name)
                .orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    public static Optional<Long> optionalNumber(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> Long.valueOf(value.n()));
    }

    public static byte[] bytes(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.b() == null) {
            throw new IllegalStateException("item without " + name);
        }
        return value.b().asByteArray();
    }

    public static List<String> texts(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
    }
}
