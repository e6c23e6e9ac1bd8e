package kz.bagalau.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.DataFormat;
import kz.bagalau.local.data.Store;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A store of one table whose items are a key each. One attribute only: of several, dynoxide writes
/// the names in an order that it draws anew each time, which would hide the order of the items.
final class Box {

    static final String TABLE = "Box";

    private static final String YAML =
            """
            Resources:
              Box:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
                  KeySchema: [{AttributeName: pk, KeyType: HASH}]
            """;

    private Box() {}

    static Store open(DataFolder data) {
        return Store.open(
                new Settings(0, Path.of(""), true, false),
                data,
                DataFormat.of(data),
                Template.parse(YAML, "", Map.of()));
    }

    static void put(Store store, String key) {
        try (DynamoDbClient dynamo = store.endpoint().connect()) {
            put(dynamo, key);
        }
    }

    static void put(DynamoDbClient dynamo, String key) {
        dynamo.putItem(put -> put.tableName(TABLE).item(key(key)));
    }

    static Map<String, AttributeValue> key(String key) {
        return Map.of("pk", AttributeValue.fromS(key));
    }

    /// The keys of all items.
    static Set<String> items(Store store) {
        try (DynamoDbClient dynamo = store.endpoint().connect()) {
            return dynamo.scanPaginator(scan -> scan.tableName(TABLE)).items().stream()
                    .map(item -> Objects.requireNonNull(item.get("pk")).s())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
