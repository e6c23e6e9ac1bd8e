package kz.bagalau.cases.dynamo;

import static kz.bagalau.cases.dynamo.Sheets.act;
import static kz.bagalau.cases.dynamo.Sheets.content;
import static kz.bagalau.cases.dynamo.Sheets.draft;
import static kz.bagalau.cases.dynamo.Sheets.opening;
import static kz.bagalau.cases.dynamo.Sheets.submitting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.AuditTrail.Fault;
import kz.bagalau.cases.AuditTrail.Fault.Kind;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Destructions;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Json;
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
    private final DynamoDestructions destructions = new DynamoDestructions(TABLE);
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
    void entriesThatWereWrittenBeforeTheyHadASaltStillCheck() {
        Document old = draft("k-" + UUID.randomUUID(), "body", "2026");
        cases.perform(opening(old));
        String partition = Places.partition(old.reference());
        var item = new HashMap<>(TABLE.find(partition, Places.entry(1)).orElseThrow());
        String text = Item.text(item, "entry").replaceFirst(",\"salt\":\"[0-9a-f]{32}\"", "");
        assertThat(text).isNotEqualTo(Item.text(item, "entry"));
        String hash = AuditTrail.hash(old.reference(), text);
        item.put("entry", Item.text(text));
        item.put("hash", Item.text(hash));
        put(item);
        var head = new HashMap<>(TABLE.find(partition, Places.CHAIN).orElseThrow());
        head.put("hash", Item.text(hash));
        put(head);

        cases.note(old.reference(), act("read", "head-1"));

        assertThat(cases.trail(old.reference()).faults()).isEmpty();
    }

    /// Destroys the document under an act that names it.
    private void destroy() {
        Document order =
                new Document(
                        new Reference("destruction", "d-" + UUID.randomUUID()),
                        "destruction",
                        "body",
                        "2029",
                        Set.of(),
                        "CONFIRMED",
                        1,
                        Json.object());
        ObjectNode content = order.content();
        content.putArray("objects").addObject().put("object", draft.reference().objectId());
        cases.perform(
                new Change(
                        new Document(
                                order.reference(),
                                order.flow(),
                                order.body(),
                                order.period(),
                                Set.of(),
                                order.state(),
                                1,
                                content),
                        act("confirm", "head-1"),
                        List.of()));
        Document standing = cases.find(draft.reference()).orElseThrow();
        assertThat(
                        destructions.entomb(
                                standing,
                                act(AuditTrail.DESTROY, "head-1"),
                                new Destructions.Order(
                                        order.reference(), "1", LocalDate.of(2029, 5, 31))))
                .isTrue();
    }

    @Test
    void aDestroyedDocumentsTrailChecks_sweptOrNot() {
        destroy();
        assertThat(faults()).isEmpty();

        destructions.sweep(draft.reference());
        assertThat(faults()).isEmpty();
        assertThat(cases.trail(draft.reference()).entries())
                .extracting(AuditTrail.Entry::place)
                .containsExactly(5L);
        assertThat(cases.trail(draft.reference()).destroyed())
                .get()
                .satisfies(how -> assertThat(how.tombstone().number()).isEqualTo("1"));
    }

    @Test
    void aTombstoneWithoutADestructionInTheTrailIsFound() {
        destroy();
        destructions.sweep(draft.reference());
        change(Places.entry(5), "entry", text -> text.replace("destroy", "read"));

        assertThat(faults())
                .contains(
                        new Fault(Kind.ENTRY_CHANGED, 5), new Fault(Kind.DESTROYED_WITHOUT_ACT, 5));
    }

    @Test
    void aTombstoneWhoseActDoesNotNameItIsFound() {
        destroy();
        destructions.sweep(draft.reference());
        var act = cases.tombstone(draft.reference()).orElseThrow().act();
        var item = new HashMap<>(TABLE.find(Places.partition(act), Places.DOCUMENT).orElseThrow());
        item.put(
                "snapshot",
                Item.text(
                        Item.text(item, "snapshot")
                                .replace(draft.reference().objectId(), "kpi-sheet~other")));
        put(item);

        assertThat(faults()).containsExactly(new Fault(Kind.DESTROYED_WITHOUT_ACT, 5));
    }

    @Test
    void aTombstoneInPlaceOfADocumentThatNobodyDestroyedIsFound() {
        var item = item(Places.DOCUMENT);
        item.remove("version");
        item.remove("snapshot");
        item.put("destroyed", Item.number(5));
        item.put("body", Item.text("body"));
        item.put("period", Item.text("2026"));
        item.put("act", Item.text("destruction~none"));
        item.put("number", Item.text("1"));
        item.put("date", Item.text("2029-05-31"));
        put(item);

        assertThat(faults()).contains(new Fault(Kind.DESTROYED_WITHOUT_ACT, 5));
    }

    @Test
    void whatWasDestroyedIsNotDestroyedUnderAnotherAct_norWhatWasChanged() {
        Document seen = cases.find(draft.reference()).orElseThrow();
        Document before = draft;
        var other =
                new Destructions.Order(
                        new Reference("destruction", "other"), "2", LocalDate.of(2029, 5, 31));
        assertThat(destructions.entomb(before, act(AuditTrail.DESTROY, "head-1"), other)).isFalse();
        destroy();

        assertThat(destructions.entomb(seen, act(AuditTrail.DESTROY, "head-1"), other)).isFalse();
        assertThat(faults()).isEmpty();
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
