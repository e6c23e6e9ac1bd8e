package kz.bagalau.facts.dynamo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.BodyKind;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Bodies as items `bodies`, one an id.
public final class DynamoBodies implements Bodies {

    private static final String PARTITION = "bodies";

    /// Of an item, besides its key.
    private static final List<String> ATTRIBUTES =
            List.of("kk", "ru", "en", "kind", "category", "territory", "parent", "headcount");

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public DynamoBodies(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The bodies of this runtime's `RECORDS_TABLE`.
    public static DynamoBodies here() {
        Runtime runtime = Runtime.current();
        return new DynamoBodies(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    @Override
    public List<StateBody> all() {
        List<StateBody> bodies = new ArrayList<>();
        dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Item.text(PARTITION)))
                                .consistentRead(true))
                .items()
                .forEach(item -> bodies.add(body(item)));
        return bodies;
    }

    @Override
    public Optional<StateBody> find(String id) {
        if (!Input.isId(id)) {
            return Optional.empty(); // DynamoDB refuses keys that are empty or too long
        }
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(PARTITION, id)).consistentRead(true));
        return found.hasItem() ? Optional.of(body(found.item())) : Optional.empty();
    }

    @Override
    public boolean put(StateBody body, Optional<StateBody> from, Caller by) {
        Map<String, String> before = from.map(DynamoBodies::texts).orElse(Map.of());
        Transaction transaction =
                new Transaction()
                        .add(replacement(body, from))
                        .put(
                                table,
                                Audit.entry(
                                        "body#" + body.id(),
                                        by,
                                        "put",
                                        changes(before, texts(body)),
                                        clock.instant()));
        body.parent().ifPresent(parent -> transaction.add(atTheTop(parent)));
        return transaction.write(dynamo).isEmpty();
    }

    private Put replacement(StateBody body, Optional<StateBody> from) {
        Put.Builder put = Put.builder().tableName(table).item(item(body).attributes());
        if (from.isEmpty()) {
            return put.conditionExpression("attribute_not_exists(pk)").build();
        }
        Map<String, AttributeValue> read = item(from.get()).attributes();
        List<String> conditions = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        for (String attribute : ATTRIBUTES) {
            names.put("#" + attribute, attribute);
            if (read.containsKey(attribute)) {
                values.put(":" + attribute, read.get(attribute));
                conditions.add("#%1$s = :%1$s".formatted(attribute));
            } else {
                conditions.add("attribute_not_exists(#%s)".formatted(attribute));
            }
        }
        return put.conditionExpression(String.join(" AND ", conditions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    /// Two bodies must not become each other's parents at once: neither would be scored.
    private ConditionCheck atTheTop(String parent) {
        return ConditionCheck.builder()
                .tableName(table)
                .key(Item.key(PARTITION, parent))
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(#parent)")
                .expressionAttributeNames(Map.of("#parent", "parent"))
                .build();
    }

    private static Map<String, String> changes(
            Map<String, String> before, Map<String, String> after) {
        Map<String, String> changes = new TreeMap<>();
        for (String attribute : ATTRIBUTES) {
            String was = before.getOrDefault(attribute, "");
            String is = after.getOrDefault(attribute, "");
            if (!was.equals(is)) {
                changes.put(attribute, was + " → " + is);
            }
        }
        return changes;
    }

    private static Map<String, String> texts(StateBody body) {
        Map<String, String> texts = new HashMap<>();
        item(body)
                .attributes()
                .forEach((name, value) ->
                        texts.put(name, value.s() == null ? value.n() : value.s()));
        return texts;
    }

    private static Item item(StateBody body) {
        return Item.of(PARTITION, body.id())
                .with("kk", body.name().kk())
                .with("ru", body.name().ru())
                .with("en", body.name().en())
                .with("kind", body.kind().name())
                .with("category", body.category().map(Enum::name))
                .with("territory", body.territory())
                .with("parent", body.parent())
                .with("headcount", body.headcount());
    }

    private static StateBody body(Map<String, AttributeValue> item) {
        return new StateBody(
                Item.text(item, Item.SK),
                new LocalText(Item.text(item, "kk"), Item.text(item, "ru"), Item.text(item, "en")),
                BodyKind.valueOf(Item.text(item, "kind")),
                Item.optionalText(item, "category").map(StateBody.Category::valueOf),
                Item.optionalText(item, "territory"),
                Item.optionalText(item, "parent"),
                (int) Item.number(item, "headcount"));
    }
}
