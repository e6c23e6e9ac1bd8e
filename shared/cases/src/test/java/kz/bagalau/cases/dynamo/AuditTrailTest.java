package kz.bagalau.cases.dynamo;

import static kz.bagalau.cases.dynamo.Sheets.act;
import static kz.bagalau.cases.dynamo.Sheets.content;
import static kz.bagalau.cases.dynamo.Sheets.draft;
import static kz.bagalau.cases.dynamo.Sheets.opening;
import static kz.bagalau.cases.dynamo.Sheets.submitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.AuditTrail.Fault;
import kz.bagalau.cases.AuditTrail.Fault.Kind;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What somebody with the table in their hands can do to an audit trail, and what is found of it.
class AuditTrailTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Table TABLE = new Table(SANDBOX.dynamo(), SANDBOX.table("Records"));

    private final DynamoCases cases = new DynamoCases(TABLE);
    private final Document draft = draft("k-" + UUID.randomUUID(), "body", "2026");
    private final String pk = Places.partition(draft.reference());

    /// Opened, read, submitted, read: four entries, two versions.
    @BeforeEach
    void aTrail() {
        cases.perform(opening(draft));
        cases.note(draft.reference(), act("read", "head-1"));
        cases.perform(submitting(draft));
        cases.note(draft.reference(), act("read", "head-2"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void theTrailSaysWhoDidWhat() {
        assertThat(cases.trail(draft.reference()).entries())
                .extracting(AuditTrail.Entry::text)
                .satisfiesExactly(
                        opened ->
                                assertThat(opened)
                                        .contains(
                                                "\"event\":\"open\"",
                                                "\"by\":\"hr-1\"",
                                                "\"from\":\"-\"",
                                                "\"to\":\"DRAFT\"",
                                                "\"version\":1"),
                        read -> assertThat(read).contains("\"by\":\"head-1\""),
                        submitted -> assertThat(submitted).contains("\"reason\":\"as agreed\""),
                        read -> assertThat(read).contains("\"by\":\"head-2\""));
    }

    @Test
    void aChangedEntryIsFound() {
        change(Places.entry(2), "entry", text -> text.replace("head-1", "head-9"));

        assertThat(faults()).containsExactly(new Fault(Kind.ENTRY_CHANGED, 2));
    }

    @Test
    void anEntryThatIsNoJsonAnyMoreIsFound() {
        change(Places.entry(2), "entry", text -> "{");

        assertThat(faults()).containsExactly(new Fault(Kind.ENTRY_CHANGED, 2));
    }

    @Test
    void anEntryThatWasRewrittenWithItsHashIsFoundByTheNextOne() {
        var item = item(Places.entry(2));
        String forged = Item.text(item, "entry").replace("head-1", "head-9");
        item.put("entry", Item.text(forged));
        item.put("hash", Item.text(AuditTrail.hash(draft.reference(), forged)));
        put(item);

        assertThat(faults()).containsExactly(new Fault(Kind.ENTRY_CHANGED, 2));
    }

    @Test
    void theLastEntryRewrittenWithItsHashIsFoundByTheHead() {
        var item = item(Places.entry(4));
        String forged = Item.text(item, "entry").replace("head-2", "head-9");
        item.put("entry", Item.text(forged));
        item.put("hash", Item.text(AuditTrail.hash(draft.reference(), forged)));
        put(item);

        assertThat(faults()).containsExactly(new Fault(Kind.HEAD_CHANGED, 4));
    }

    @Test
    void aMissingEntryIsFound_alsoTheFirstAndTheLast() {
        delete(Places.entry(2));
        assertThat(faults()).containsExactly(new Fault(Kind.ENTRY_MISSING, 2));

        delete(Places.entry(4));
        assertThat(faults())
                .containsExactly(
                        new Fault(Kind.ENTRY_MISSING, 2),
                        new Fault(Kind.ENTRY_MISSING, 4),
                        new Fault(Kind.HEAD_CHANGED, 4));

        delete(Places.entry(1));
        assertThat(faults()).startsWith(new Fault(Kind.ENTRY_MISSING, 1));
    }

    @Test
    void aMissingHeadIsFound_andTheEntriesThatItDoesNotCount() {
        delete(Places.CHAIN);

        assertThat(faults()).containsExactly(new Fault(Kind.HEAD_CHANGED, 4));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        var second = item(Places.entry(2));
        var third = item(Places.entry(3));
        second.put("sk", Item.text(Places.entry(3)));
        third.put("sk", Item.text(Places.entry(2)));
        put(second);
        put(third);

        assertThat(faults())
                .contains(new Fault(Kind.ENTRY_MOVED, 2), new Fault(Kind.ENTRY_MOVED, 3));
    }

    @Test
    void anEntryOfAnotherDocumentIsFound() {
        Document other = draft("k-" + UUID.randomUUID(), "body", "2026");
        cases.perform(opening(other));
        cases.note(other.reference(), act("read", "head-1"));
        var item =
                new HashMap<>(
                        TABLE.find(Places.partition(other.reference()), Places.entry(2))
                                .orElseThrow());
        item.put("pk", Item.text(pk));
        put(item);

        assertThat(faults()).contains(new Fault(Kind.ENTRY_CHANGED, 2));
    }

    @Test
    void aChangedOrMissingVersionIsFound() {
        change(Places.version(1), "snapshot", text -> text.replace("3", "5"));
        assertThat(faults()).containsExactly(new Fault(Kind.VERSION_CHANGED, 1));

        delete(Places.version(1));
        assertThat(faults()).containsExactly(new Fault(Kind.VERSION_MISSING, 1));
    }

    @Test
    void aDocumentThatNobodyChangedByAnEventIsFound_itsStateToo() {
        change(Places.DOCUMENT, "snapshot", text -> text.replace("ON_REVIEW", "CLOSED"));
        assertThat(faults()).containsExactly(new Fault(Kind.DOCUMENT_CHANGED, 2));

        delete(Places.DOCUMENT);
        assertThat(faults()).containsExactly(new Fault(Kind.DOCUMENT_CHANGED, 2));
    }

    @Test
    void aDocumentPutBackToAnEarlierVersionIsFound() {
        Map<String, AttributeValue> document = item(Places.DOCUMENT);
        document.put("snapshot", item(Places.version(1)).get("snapshot"));
        document.put("version", Item.number(1));
        put(document);

        assertThat(faults()).containsExactly(new Fault(Kind.DOCUMENT_CHANGED, 2));
    }

    @Test
    void aTrailOfNothingHasNoDocument() {
        assertThat(cases.trail(new Reference("kpi-sheet", "nothing")).faults())
                .containsExactly(new Fault(Kind.DOCUMENT_CHANGED, 0));
    }

    @Test
    void theTrailGoesOnAfterwards() {
        Document current = cases.find(draft.reference()).orElseThrow();
        cases.perform(
                new Change(
                        current.next("SIGNED", current.parties(), content("a", 1)),
                        act("agree", "boss-2"),
                        List.of()));

        assertThat(faults()).isEmpty();
        assertThat(cases.trail(draft.reference()).count()).isEqualTo(5);
    }

    private List<Fault> faults() {
        return cases.trail(draft.reference()).faults();
    }

    private Map<String, AttributeValue> item(String sk) {
        return new HashMap<>(TABLE.find(pk, sk).orElseThrow());
    }

    private void change(String sk, String attribute, UnaryOperator<String> changed) {
        var item = item(sk);
        item.put(attribute, Item.text(changed.apply(Item.text(item, attribute))));
        put(item);
    }

    private static void put(Map<String, AttributeValue> item) {
        TABLE.dynamo().putItem(request -> request.tableName(TABLE.name()).item(item));
    }

    private void delete(String sk) {
        TABLE.dynamo().deleteItem(request -> request.tableName(TABLE.name()).key(Item.key(pk, sk)));
    }
}
