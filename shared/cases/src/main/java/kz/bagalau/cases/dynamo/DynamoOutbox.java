package kz.bagalau.cases.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Messages as items `outbox#<shelf>` by their time. Sixteen shelves, so that the changes of a
/// quarter's opening are not all written to one partition.
public final class DynamoOutbox implements Outbox {

    /// The partition of what can never be sent.
    static final String ASIDE = "outbox-aside";

    private static final int SHELVES = 16;
    private static final int PAGE = 100;
    private static final String MESSAGE = "message";
    private static final String BODY = "body";

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
        return item(
                "%s#%s#%d#%d"
                        .formatted(change.act().at(), reference, change.next().version(), number),
                change.next().body(),
                message);
    }

    /// @param id begins with the time of the message
    /// @param body to which the document belongs
    static Item item(String id, String body, Message message) {
        ObjectNode json = Json.object().put("kind", message.kind()).put("to", message.to().name());
        json.set("content", message.content());
        return Item.of(shelf(id), id).with(BODY, body).with(MESSAGE, Json.write(json));
    }

    @Override
    public Stream<Waiting> waiting() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new InTurns(
                                        IntStream.range(0, SHELVES).mapToObj(this::read).toList()),
                                Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .flatMap(item -> readable(item).stream());
    }

    private Iterator<Map<String, AttributeValue>> read(int shelf) {
        return table.dynamo()
                .queryPaginator(request ->
                        request.tableName(table.name())
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Item.text(shelf(shelf))))
                                .consistentRead(true)
                                .limit(PAGE))
                .items()
                .iterator();
    }

    /// One of each shelf, and one of each again, until all are empty.
    private static final class InTurns implements Iterator<Map<String, AttributeValue>> {

        private final Deque<Iterator<Map<String, AttributeValue>>> shelves;

        private InTurns(List<Iterator<Map<String, AttributeValue>>> shelves) {
            this.shelves = new ArrayDeque<>(shelves);
        }

        @Override
        public boolean hasNext() {
            while (!shelves.isEmpty() && !shelves.getFirst().hasNext()) {
                shelves.removeFirst();
            }
            return !shelves.isEmpty();
        }

        @Override
        public Map<String, AttributeValue> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Iterator<Map<String, AttributeValue>> shelf = shelves.removeFirst();
            Map<String, AttributeValue> item = shelf.next();
            shelves.addLast(shelf);
            return item;
        }
    }

    /// The message of an item; an item that holds none, and always will, is put aside.
    private Optional<Waiting> readable(Map<String, AttributeValue> item) {
        try {
            return Optional.of(waiting(item));
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            Log.failure("outbox", e);
            putAside(Item.text(item, Item.SK));
            return Optional.empty();
        }
    }

    @Override
    public void sent(Waiting message) {
        table.dynamo()
                .deleteItem(request ->
                        request.tableName(table.name())
                                .key(Item.key(shelf(message.id()), message.id())));
    }

    @Override
    public void putAside(Waiting message) {
        putAside(message.id());
    }

    private void putAside(String id) {
        table.find(shelf(id), id)
                .ifPresent(standing -> {
                    Map<String, AttributeValue> aside = new HashMap<>(standing);
                    aside.put(Item.PK, Item.text(ASIDE));
                    new Transaction()
                            .add(Put.builder().tableName(table.name()).item(aside).build())
                            .add(
                                    Delete.builder()
                                            .tableName(table.name())
                                            .key(Item.key(shelf(id), id))
                                            .build())
                            .write(table.dynamo());
                });
    }

    private static Waiting waiting(Map<String, AttributeValue> item) {
        JsonNode json = Json.read(Item.text(item, MESSAGE));
        return new Waiting(
                Item.text(item, Item.SK),
                item.containsKey(BODY) ? Optional.of(Item.text(item, BODY)) : Optional.empty(),
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
