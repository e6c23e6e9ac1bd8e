package kz.bagalau.cases.dynamo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Tombstone;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Tombstones as items in place of the document. Such an item has no version, so that no change of
/// the document holds against it.
final class Tombstones {

    private static final String DESTROYED = "destroyed";

    private Tombstones() {}

    static Item item(Tombstone tombstone) {
        Reference reference = tombstone.reference();
        return Places.name(Places.partition(reference), Places.DOCUMENT, reference)
                .with(DESTROYED, tombstone.place())
                .with("body", tombstone.body())
                .with("period", tombstone.period())
                .with("act", tombstone.act().objectId())
                .with("number", tombstone.number())
                .with("date", tombstone.date().toString());
    }

    /// Empty where the item is a document's.
    static Optional<Tombstone> read(Map<String, AttributeValue> item) {
        return Item.optionalNumber(item, DESTROYED)
                .map(place ->
                        new Tombstone(
                                Places.named(item),
                                Item.text(item, "body"),
                                Item.text(item, "period"),
                                place,
                                Reference.ofObjectId(Item.text(item, "act")).orElseThrow(),
                                Item.text(item, "number"),
                                LocalDate.parse(Item.text(item, "date"))));
    }

    static boolean isDocument(Map<String, AttributeValue> item) {
        return !item.containsKey(DESTROYED);
    }
}
