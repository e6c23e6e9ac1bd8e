package kz.bagalau.reminders;

import static kz.bagalau.reminders.Stage.BODY;
import static kz.bagalau.reminders.Stage.EMPLOYEE;
import static kz.bagalau.reminders.Stage.HEAD;
import static kz.bagalau.reminders.Stage.HR;
import static kz.bagalau.reminders.Stage.MONDAY;
import static kz.bagalau.reminders.Stage.OTHER_HR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Destructions;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoDestructions;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AuditTrailsTest {

    private static final String OBJECT = "kpi-sheet~k-1";
    private static final String PARTITION = "case#kpi-sheet#k-1";

    @AutoClose private final Stage stage = new Stage();
    private final Document document = stage.document("k-1", Party.person("emp-1"), MONDAY);

    @Test
    void aBareIdNamesTheDocumentOfItsBodyToo() {
        stage.settle(document);

        assertThat(show(HR, "k-1").body()).isEqualTo(show(HR, OBJECT).body());
        assertThat(show(OTHER_HR, "k-1").status()).isEqualTo(404);
        assertThat(show(HR, "k-2").status()).isEqualTo(404);
        assertThat(show(HR, "a#b").status()).isEqualTo(404);
    }

    @Test
    void thePersonnelServiceReadsWhoDidWhatAndWhen() {
        stage.cases.note(document.reference(), stage.act("read", "emp-1"));
        stage.settle(document);

        JsonNode trail = show().body();

        assertThat(trail.path("intact").asBoolean()).isTrue();
        assertThat(trail.path("count").asInt()).isEqualTo(3);
        assertThat(trail.path("entries"))
                .extracting(entry -> entry.path("event").asText())
                .containsExactly("open", "read", "resubmit");
        JsonNode last = trail.at("/entries/2");
        assertThat(last.path("by").asText()).isEqualTo("emp-1");
        assertThat(last.path("from").asText()).isEqualTo("RETURNED");
        assertThat(last.path("to").asText()).isEqualTo("ON_REVIEW");
        assertThat(last.path("version").asInt()).isEqualTo(2);
        assertThat(last.path("at").asText()).isEqualTo("2026-04-13T03:00:00Z");
        assertThat(last.path("hash")).isEqualTo(trail.path("head"));
        assertThat(trail.toString()).doesNotContain("99.5", "as agreed");
    }

    @Test
    void aLongTrailIsReadPageByPage() {
        IntStream.range(0, 9)
                .forEach(i -> stage.cases.note(document.reference(), stage.act("read", "r-" + i)));
        List<Integer> places = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var call =
                    stage.call("GET /audit/{object}")
                            .by(HR)
                            .path("object", OBJECT)
                            .query("limit", "4");
            cursor.ifPresent(next -> call.query("cursor", next));
            JsonNode page = call.send().body();
            page.path("entries").forEach(entry -> places.add(entry.path("place").asInt()));
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        } while (cursor.isPresent());

        assertThat(places).containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(
                        stage.call("GET /audit/{object}")
                                .by(HR)
                                .path("object", OBJECT)
                                .query("cursor", "x")
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void ofAnotherBodyThereIsNone_andForOthersNoAccess() {
        assertThat(show(OTHER_HR, OBJECT).status()).isEqualTo(404);
        assertThat(show(HEAD, OBJECT).status()).isEqualTo(403);
        assertThat(show(EMPLOYEE, OBJECT).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi-sheet~k-2", "kpi-plan~k-1", "kpi-sheet", "kpi-sheet~", "a~b~c"})
    void whatIsNoDocumentIsNotThere(String object) {
        assertThat(show(HR, object).status()).isEqualTo(404);
    }

    @Test
    void ofWhatWasDestroyedTheActIsNamed_andItIsNoFault() {
        Document order =
                new Document(
                        new Reference("destruction", "d-1"),
                        "destruction",
                        BODY,
                        "2029",
                        Set.of(),
                        "DONE",
                        1,
                        objects(OBJECT));
        stage.cases.perform(new Change(order, stage.act("confirm", "head-1"), List.of()));
        var destructions = new DynamoDestructions(stage.table);
        destructions.entomb(
                stage.cases.find(document.reference()).orElseThrow(),
                stage.act(AuditTrail.DESTROY, "head-1"),
                new Destructions.Order(order.reference(), "1-АК", LocalDate.of(2029, 5, 31)));
        destructions.sweep(document.reference());

        JsonNode trail = show().body();
        assertThat(trail.path("intact").asBoolean()).isTrue();
        assertThat(trail.at("/destroyed/number").asText()).isEqualTo("1-АК");
        assertThat(trail.path("entries"))
                .extracting(entry -> entry.path("event").asText())
                .containsExactly("destroy");
        assertThat(show(OTHER_HR, OBJECT).status()).isEqualTo(404);
        JsonNode answer = check(Map.of("body", BODY));
        assertThat(answer.path("faults")).isEmpty();
        assertThat(answer.path("destroyed").toString())
                .isEqualTo(
                        "[%s]"
                                .formatted(
                                        Json.object()
                                                .put("object", OBJECT)
                                                .put("act", "destruction~d-1")
                                                .put("number", "1-АК")
                                                .put("date", "2029-05-31")));
    }

    private static ObjectNode objects(String object) {
        ObjectNode json = Json.object();
        json.putArray("objects").addObject().put("object", object);
        return json;
    }

    /// Each change is made in the table itself.
    @Test
    void whatWasChangedInTheTableIsFound() {
        stage.settle(document);
        assertThat(faults()).isEmpty();

        change("entry#0000000001", "entry", text -> text.replace("hr-1", "hr-9"));

        assertThat(faults()).containsExactly("ENTRY_CHANGED 1");
        assertThat(show().body().path("intact").asBoolean()).isFalse();
        assertThat(show().body().at("/faults/0/kind").asText()).isEqualTo("ENTRY_CHANGED");
        assertThat(show().body().path("entries")).hasSize(2);
    }

    @Test
    void whatIsNoEntryAtAllIsFound_andTheRestIsRead() {
        stage.settle(document);

        change("entry#0000000001", "entry", _ -> "{");

        assertThat(faults()).containsExactly("ENTRY_CHANGED 1");
        assertThat(show().body().at("/entries/0").has("event")).isFalse();
        assertThat(show().body().at("/entries/1/event").asText()).isEqualTo("resubmit");
    }

    @Test
    void whatWasRemovedIsFound() {
        stage.settle(document);

        remove("entry#0000000001");

        assertThat(faults()).contains("ENTRY_MISSING 1");
    }

    @Test
    void theLastEntryRemovedIsFound() {
        stage.settle(document);

        remove("entry#0000000002");

        assertThat(faults()).contains("ENTRY_MISSING 2", "HEAD_CHANGED 2");
    }

    @Test
    void whatWasReorderedIsFound() {
        stage.settle(document);
        Map<String, AttributeValue> first = find("entry#0000000001");
        Map<String, AttributeValue> second = find("entry#0000000002");

        put(at(first, "entry#0000000002"));
        put(at(second, "entry#0000000001"));

        assertThat(faults()).contains("ENTRY_MOVED 1", "ENTRY_MOVED 2");
    }

    @Test
    void aVersionAndADocumentThatSaySomethingElseAreFound() {
        stage.settle(document);

        change("version#0000000001", "snapshot", text -> text.replace("99.5", "100"));
        change("document", "snapshot", text -> text.replace("99.5", "100"));

        assertThat(faults()).containsExactlyInAnyOrder("VERSION_CHANGED 1", "DOCUMENT_CHANGED 2");
    }

    /// Page by page over all kinds; a document that is gone altogether is found by the body's list.
    @Test
    void allDocumentsOfABodyAreChecked_andThoseThatAreGone() {
        for (int i = 100; i < 220; i++) {
            stage.document("k-" + i, Party.person("emp-1"), MONDAY);
        }
        stage.document(Stage.OTHER, "other-1", Party.person("emp-1"), MONDAY);
        change("entry#0000000001", "hash", _ -> "0");
        for (var item : stage.table.partition("case#kpi-sheet#k-150")) {
            remove(Item.text(item, Item.PK), Item.text(item, Item.SK));
        }
        int checked = 0;
        int calls = 0;
        List<String> found = new ArrayList<>();
        Map<String, Object> event = new HashMap<>(Map.of("body", BODY));
        while (true) {
            JsonNode answer = check(event);
            checked += answer.path("checked").asInt();
            calls++;
            answer.path("faults").forEach(fault -> found.add(fault.path("object").asText()));
            if (!answer.has("next")) {
                break;
            }
            event.put("cursor", answer.path("next").asText());
        }

        assertThat(checked).isEqualTo(121);
        assertThat(calls).isGreaterThan(2);
        assertThat(found).contains(OBJECT, "kpi-sheet~k-150").doesNotContain("kpi-sheet~k-151");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        for (Map<String, Object> event :
                List.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("object", "nothing"),
                        Map.of("object", OBJECT, "body", BODY),
                        Map.of("bodies", BODY),
                        Map.of("body", BODY, "cursor", "x"),
                        Map.of("body", BODY, "cursor", "kpi-sheet.?"))) {
            assertThatIllegalArgumentException().as("%s", event).isThrownBy(() -> check(event));
        }
    }

    private List<String> faults() {
        return check(Map.of("object", OBJECT))
                .path("faults")
                .valueStream()
                .map(fault -> fault.path("kind").asText() + " " + fault.path("place").asText())
                .toList();
    }

    private JsonNode check(Map<String, Object> event) {
        return Json.read(Json.write(stage.run("CheckAuditTrails", event)));
    }

    private Answer show() {
        return show(HR, OBJECT);
    }

    private Answer show(Caller caller, String object) {
        return stage.call("GET /audit/{object}").by(caller).path("object", object).send();
    }

    private Map<String, AttributeValue> find(String sk) {
        return stage.table.find(PARTITION, sk).orElseThrow();
    }

    private static Map<String, AttributeValue> at(Map<String, AttributeValue> item, String sk) {
        Map<String, AttributeValue> moved = new HashMap<>(item);
        moved.put(Item.SK, Item.text(sk));
        return moved;
    }

    private void change(String sk, String attribute, UnaryOperator<String> change) {
        Map<String, AttributeValue> item = new HashMap<>(find(sk));
        item.put(attribute, Item.text(change.apply(Item.text(item, attribute))));
        put(item);
    }

    private void put(Map<String, AttributeValue> item) {
        stage.table.dynamo().putItem(put -> put.tableName(stage.table.name()).item(item));
    }

    private void remove(String sk) {
        remove(PARTITION, sk);
    }

    private void remove(String pk, String sk) {
        stage.table
                .dynamo()
                .deleteItem(delete -> delete.tableName(stage.table.name()).key(Item.key(pk, sk)));
    }
}
