package kz.bagalau.cases.dynamo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Destructions;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Tombstone;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// The destruction of documents `case#<kind>#<id>`. The document's line in the list of its body
/// stays: by it the tombstone is found when the audit trails of the body are checked.
public final class DynamoDestructions implements Destructions {

    /// How often the tombstone is tried again because somebody noted a reading meanwhile.
    private static final int ATTEMPTS = 20;

    private final Table table;

    public DynamoDestructions(Table table) {
        this.table = table;
    }

    /// Of the documents in this runtime's `RECORDS_TABLE`.
    public static DynamoDestructions fromEnvironment() {
        return new DynamoDestructions(Table.fromEnvironment("RECORDS_TABLE"));
    }

    @Override
    public boolean entomb(Document seen, Act act, Order order) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var item =
                    table.find(Places.partition(seen.reference()), Places.DOCUMENT).orElseThrow();
            Optional<Tombstone> standing = Tombstones.read(item);
            if (standing.isPresent()) {
                return standing.get().act().equals(order.document());
            }
            if (Item.number(item, "version") != seen.version()) {
                return false;
            }
            if (entombing(item, act, order).write(table.dynamo()).isEmpty()) {
                return true;
            }
        }
        throw new IllegalStateException(seen.reference() + " is written too often");
    }

    private Transaction entombing(Map<String, AttributeValue> item, Act act, Order order) {
        Document document = Stored.document(item);
        Reference reference = document.reference();
        Chain chain = Chain.of(table, reference);
        Tombstone tombstone =
                new Tombstone(
                        reference,
                        document.body(),
                        document.period(),
                        chain.count() + 1,
                        order.document(),
                        order.number(),
                        order.date());
        Transaction transaction =
                new Transaction()
                        .add(
                                Put.builder()
                                        .tableName(table.name())
                                        .item(Tombstones.item(tombstone).attributes())
                                        .conditionExpression("version = :seen")
                                        .expressionAttributeValues(
                                                Map.of(":seen", Item.number(document.version())))
                                        .build());
        chain.add(
                transaction,
                table.name(),
                act,
                Json.object()
                        .put("act", order.document().objectId())
                        .put("number", order.number())
                        .put("date", order.date().toString()));
        found(document, item).forEach(key -> transaction.add(delete(key)));
        return transaction;
    }

    /// Everything by which the document is found besides the list of its body.
    private static Stream<Map<String, AttributeValue>> found(
            Document document, Map<String, AttributeValue> item) {
        String kind = document.reference().kind();
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        keys.add(
                Item.key(
                        Places.inState(kind, document.body(), document.state()),
                        Places.inList(document)));
        for (Party party : document.parties()) {
            keys.add(Item.key(Places.ofParty(party), Places.inOwnList(document)));
        }
        Stored.tasks(item).forEach(task -> keys.add(TaskItems.key(task)));
        return keys.stream();
    }

    @Override
    public Set<String> files(Reference destroyed) {
        Set<String> files = new LinkedHashSet<>();
        for (var version : table.partition(Places.partition(destroyed), Places.VERSION)) {
            files.addAll(NamedFiles.in(Json.read(Item.text(version, "snapshot"))).keySet());
        }
        return files;
    }

    @Override
    public void sweep(Reference destroyed) {
        String partition = Places.partition(destroyed);
        Optional<Tombstone> tombstone =
                table.find(partition, Places.DOCUMENT).flatMap(Tombstones::read);
        if (tombstone.isEmpty()) {
            return;
        }
        String destruction = Places.entry(tombstone.get().place());
        List<Map<String, AttributeValue>> entries =
                table.partition(partition, Places.ENTRY).stream()
                        .filter(item -> Item.text(item, Item.SK).compareTo(destruction) < 0)
                        .toList();
        delete(entries);
        delete(table.partition(Places.noticed(destroyed)));
        // The versions last: they name the files, by which an interrupted destruction is resumed.
        delete(table.partition(partition, Places.VERSION));
    }

    private void delete(List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += Transaction.MAX_ITEMS) {
            Transaction transaction = new Transaction();
            items.subList(from, Math.min(items.size(), from + Transaction.MAX_ITEMS))
                    .forEach(item ->
                            transaction.add(
                                    delete(
                                            Item.key(
                                                    Item.text(item, Item.PK),
                                                    Item.text(item, Item.SK)))));
            transaction.write(table.dynamo());
        }
    }

    private Delete delete(Map<String, AttributeValue> key) {
        return Delete.builder().tableName(table.name()).key(key).build();
    }
}
