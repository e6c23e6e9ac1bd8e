package kz.bagalau.cases.dynamo;

import java.util.Map;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Where things stand in the table. A document, its versions and its audit trail share a partition.
/// Lists are small items that name documents; each list of a body is a partition of its own, so
/// that no body waits for another.
final class Places {

    static final String DOCUMENT = "document";
    static final String CHAIN = "chain";
    static final String VERSION = "version#";
    static final String ENTRY = "entry#";

    static final String SENT = "sent";
    static final String NAMED = "named#";

    /// Of tasks without a day.
    static final String NO_DAY = "9999-12-31";

    private Places() {}

    static String partition(Reference reference) {
        return "case#" + reference;
    }

    /// The key of a document.
    static Map<String, AttributeValue> document(Reference reference) {
        return Item.key(partition(reference), DOCUMENT);
    }

    /// The key of one of its versions.
    static Map<String, AttributeValue> version(Reference reference, long number) {
        return Item.key(partition(reference), version(number));
    }

    /// The key of the end of its audit trail.
    static Map<String, AttributeValue> chain(Reference reference) {
        return Item.key(partition(reference), CHAIN);
    }

    /// Of a file that somebody sent, and of what names it.
    static String file(String id) {
        return "document#" + id;
    }

    static String version(long number) {
        return VERSION + number(number);
    }

    static String entry(long place) {
        return ENTRY + number(place);
    }

    /// Of the marks of who was reminded of a document.
    static String noticed(Reference reference) {
        return "noticed#" + reference;
    }

    static String inState(String kind, String body, String state) {
        return "state#" + kind + "#" + body + "#" + state;
    }

    static String ofBody(String kind, String body) {
        return "cases#" + kind + "#" + body;
    }

    static String ofParty(Party party) {
        return "party#" + party;
    }

    /// In the lists of a body.
    static String inList(Document document) {
        return document.period() + "#" + document.reference().id();
    }

    /// In the list of a party.
    static String inOwnList(Document document) {
        return document.reference().kind() + "#" + inList(document);
    }

    static String tasks(Party owner) {
        return "tasks#" + owner;
    }

    static String tasksOfBody(String body) {
        return "tasks#" + body;
    }

    static String task(Task task) {
        return task.due().map(Object::toString).orElse(NO_DAY)
                + "#"
                + task.object()
                + "#"
                + task.event();
    }

    private static String number(long number) {
        return "%010d".formatted(number);
    }

    /// An item that does nothing but name a document.
    static Item name(String pk, String sk, Reference reference) {
        return Item.of(pk, sk).with("kind", reference.kind()).with("id", reference.id());
    }

    static Reference named(Map<String, AttributeValue> item) {
        return new Reference(Item.text(item, "kind"), Item.text(item, "id"));
    }
}
