package kz.bagalau.facts.dynamo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Bodies as items `bodies`, one an id.
public final class DynamoBodies implements Bodies {

    private static final String PARTITION = "bodies";

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
    public void put(StateBody body, Caller by) {
        if (find(body.id()).filter(body::equals).isPresent()) {
            return;
        }
        new Transaction()
                .put(table, item(body))
                .put(
                        table,
                        Audit.entry(
                                "body#" + body.id(),
                                by,
                                "put",
                                Map.of("headcount", Integer.toString(body.headcount())),
                                clock.instant()))
                .write(dynamo);
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
