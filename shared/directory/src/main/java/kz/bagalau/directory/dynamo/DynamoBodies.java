package kz.bagalau.directory.dynamo;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;

/// Bodies as items `bodies`, one an id, and all their editions as items `body#<id>`.
public final class DynamoBodies implements Bodies {

    private static final String PARTITION = "bodies";

    private final Table table;
    private final DynamoEditions<StateBody> editions;

    public DynamoBodies(DynamoDbClient dynamo, String table, Clock clock) {
        this.table = new Table(dynamo, table);
        this.editions = new DynamoEditions<>(this.table, clock, new Directory());
    }

    /// The bodies of this runtime's `RECORDS_TABLE`.
    public static DynamoBodies fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoBodies(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    @Override
    public List<StateBody> all() {
        return editions.all(PARTITION).stream().map(Edition::value).toList();
    }

    @Override
    public Optional<StateBody> find(String id) {
        // DynamoDB refuses keys that are empty or too long
        return Input.isId(id) ? editions.find(id).map(Edition::value) : Optional.empty();
    }

    @Override
    public boolean put(StateBody body, Optional<StateBody> from, Caller by) {
        Optional<Edition<StateBody>> standing = editions.find(body.id());
        return standing.map(Edition::value).equals(from)
                && editions.write(
                                body.id(),
                                standing,
                                body,
                                by,
                                transaction ->
                                        body.parent()
                                                .ifPresent(parent ->
                                                        transaction.add(atTheTop(parent))))
                        .isEmpty();
    }

    /// Two bodies must not become each other's parents at once: neither would be scored.
    private ConditionCheck atTheTop(String parent) {
        return ConditionCheck.builder()
                .tableName(table.name())
                .key(Item.key(PARTITION, parent))
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(#parent)")
                .expressionAttributeNames(Map.of("#parent", "parent"))
                .build();
    }

    private record Directory() implements Shelf<StateBody> {

        /// Of an item, besides its key and what every edition has.
        private static final List<String> ATTRIBUTES =
                List.of("kk", "ru", "en", "kind", "category", "territory", "parent", "headcount");

        @Override
        public Item place(String id) {
            return Item.of(PARTITION, id);
        }

        @Override
        public String history(String id) {
            return "body#" + id;
        }

        @Override
        public Item write(Item item, StateBody body) {
            return item.with("id", body.id())
                    .with("kk", body.name().kk())
                    .with("ru", body.name().ru())
                    .with("en", body.name().en())
                    .with("kind", body.kind().name())
                    .with("category", body.category().map(Enum::name))
                    .with("territory", body.territory())
                    .with("parent", body.parent())
                    .with("headcount", body.headcount());
        }

        @Override
        public StateBody read(Map<String, AttributeValue> item) {
            return new StateBody(
                    // An item from before editions were kept says its id in its key only.
                    Item.optionalText(item, "id").orElseGet(() -> Item.text(item, Item.SK)),
                    new LocalText(
                            Item.text(item, "kk"), Item.text(item, "ru"), Item.text(item, "en")),
                    BodyKind.valueOf(Item.text(item, "kind")),
                    Item.optionalText(item, "category").map(StateBody.Category::valueOf),
                    Item.optionalText(item, "territory"),
                    Item.optionalText(item, "parent"),
                    (int) Item.number(item, "headcount"));
        }

        @Override
        public Map<String, String> audited(Optional<StateBody> before, Edition<StateBody> next) {
            Map<String, String> then = before.map(this::texts).orElse(Map.of());
            Map<String, String> now = texts(next.value());
            Map<String, String> changes = new TreeMap<>();
            for (String attribute : ATTRIBUTES) {
                String was = then.getOrDefault(attribute, "");
                String is = now.getOrDefault(attribute, "");
                if (!was.equals(is)) {
                    changes.put(attribute, was + " → " + is);
                }
            }
            return changes;
        }

        private Map<String, String> texts(StateBody body) {
            Map<String, String> texts = new HashMap<>();
            write(place(body.id()), body)
                    .attributes()
                    .forEach((name, value) ->
                            texts.put(name, value.s() == null ? value.n() : value.s()));
            return texts;
        }
    }
}
