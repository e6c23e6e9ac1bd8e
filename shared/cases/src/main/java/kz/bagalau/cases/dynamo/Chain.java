package kz.bagalau.cases.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// The end of a document's audit trail, to which the next entry is chained.
///
/// @param count of the entries so far
/// @param hash of the last one
record Chain(Reference reference, long count, String hash) {

    /// As it stands.
    static Chain of(Table table, Reference reference) {
        return of(reference, table.find(Places.partition(reference), Places.CHAIN));
    }

    static Chain of(Reference reference, Optional<Map<String, AttributeValue>> item) {
        return item.map(found ->
                        new Chain(reference, Item.number(found, "count"), Item.text(found, "hash")))
                .orElse(new Chain(reference, 0, AuditTrail.START));
    }

    /// Adds an entry, on the condition that nobody else has added one.
    ///
    /// @param details what the entry says besides the act
    void add(Transaction transaction, String table, Act act, ObjectNode details) {
        ObjectNode json =
                Json.object()
                        .put("place", count + 1)
                        .put("previous", hash)
                        .put("event", act.event())
                        .put("by", act.by())
                        .put("at", act.at().toString())
                        // The hash outlives a destroyed entry: nobody finds by trial what it said.
                        .put("salt", NamedFiles.draw());
        json.set("asked", act.asked());
        json.setAll(details);
        String text = Json.write(json);
        String next = AuditTrail.hash(reference, text);
        String partition = Places.partition(reference);
        transaction
                .putIfAbsent(
                        table,
                        Item.of(partition, Places.entry(count + 1))
                                .with("entry", text)
                                .with("hash", next))
                .add(head(table, partition, next));
    }

    private Put head(String table, String partition, String next) {
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(
                                Item.of(partition, Places.CHAIN)
                                        .with("count", count + 1)
                                        .with("hash", next)
                                        .attributes());
        return count == 0
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("#hash = :seen")
                        .expressionAttributeNames(Map.of("#hash", "hash"))
                        .expressionAttributeValues(Map.of(":seen", Item.text(hash)))
                        .build();
    }
}
