package kz.bagalau.cases.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Messages as items `outbox#<shelf>` by their time. Sixteen shelves, so that the changes of a
/// quarter's opening are not all written to one partition.
public final class DynamoOutbox implements Outbox {

    private static final int SHELVES = 16;

    private final Table table;

    public DynamoOutbox(Table table) {
        this.table = table;
    }

    /// The messages of this runtime's `RECORDS_TABLE`.
    public static DynamoOutbox fromEnvironment() {
        return new DynamoOutbox(Table.fromEnvironment("RECORDS_TABLE"));
    }

    static Item item(Change change, Message message, int number) {
        Reference reference = change.next().reference();
        String id =
                "%s#%s#%d#%d"
                        .formatted(change.act().at(), reference, change.next().version(), number);
        ObjectNode json = Json.object().put("kind", message.kind()).put("to", message.to().name());
        json.set("content", message.content());
        return Item.of(shelf(id), id).with("message", Json.write(json));
    }

    @Override
    public List<Waiting> waiting(int limit) {
        List<Waiting> waiting = new ArrayList<>();
        for (int shelf = 0; shelf < SHELVES && waiting.size() < limit; shelf++) {
            int left = limit - waiting.size();
            int current = shelf;
            table.dynamo()
                    .query(request ->
                            request.tableName(table.name())
                                    .keyConditionExpression("pk = :pk")
                                    .expressionAttributeValues(
                                            Map.of(":pk", Item.text(shelf(current))))
                                    .consistentRead(true)
                                    .limit(left))
                    .items()
                    .forEach(item -> waiting.add(waiting(item)));
        }
        return waiting;
    }

    @Override
    public void sent(Waiting message) {
        table.dynamo()
                .deleteItem(request ->
                        request.tableName(table.name())
                                .key(Item.key(shelf(message.id()), message.id())));
    }

    private static Waiting waiting(Map<String, AttributeValue> item) {
        JsonNode json = Json.read(Item.text(item, "message"));
        return new Waiting(
                Item.text(item, Item.SK),
                new Message(
                        json.path("kind").asText(),
                        new Party(json.path("to").asText()),
                        (ObjectNode) json.path("content")));
    }

    private static String shelf(String id) {
        return shelf(Math.floorMod(id.hashCode(), SHELVES));
    }

    private static String shelf(int number) {
        return "outbox#" + number;
    }
}
