package kz.bagalau.cases.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.PastVersion;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.rules.calendar.Convention;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Documents, versions and tasks as JSON texts. The text of a document is its snapshot: the same
/// bytes stand in the document and in its version, and the audit trail holds their digest.
final class Stored {

    private Stored() {}

    static String snapshot(Document document) {
        ObjectNode json =
                Json.object()
                        .put("flow", document.flow())
                        .put("body", document.body())
                        .put("period", document.period())
                        .put("state", document.state());
        ArrayNode parties = json.putArray("parties");
        document.parties().stream().map(Party::name).sorted().forEach(parties::add);
        json.set("content", document.content());
        return Json.write(json);
    }

    static Document document(Map<String, AttributeValue> item) {
        JsonNode json = Json.read(Item.text(item, "snapshot"));
        return new Document(
                Places.named(item),
                json.path("flow").asText(),
                json.path("body").asText(),
                json.path("period").asText(),
                json.path("parties")
                        .valueStream()
                        .map(party -> new Party(party.asText()))
                        .collect(Collectors.toSet()),
                json.path("state").asText(),
                Item.number(item, "version"),
                (ObjectNode) json.path("content"));
    }

    static Item version(Document document, String from, Act act) {
        return Item.of(Places.partition(document.reference()), Places.version(document.version()))
                .with("snapshot", snapshot(document))
                .with("version", document.version())
                .with("from", from)
                .with("event", act.event())
                .with("by", act.by())
                .with("at", act.at().toString())
                .with("asked", Json.write(act.asked()))
                .with("act", digest(act));
    }

    static PastVersion version(Map<String, AttributeValue> item) {
        JsonNode json = Json.read(Item.text(item, "snapshot"));
        return new PastVersion(
                Item.number(item, "version"),
                Item.text(item, "from"),
                json.path("state").asText(),
                new Act(
                        Item.text(item, "event"),
                        Item.text(item, "by"),
                        Instant.parse(Item.text(item, "at")),
                        (ObjectNode) Json.read(Item.text(item, "asked"))),
                (ObjectNode) json.path("content"));
    }

    /// The same act has the same digest, whenever it is sent.
    static String digest(Act act) {
        return Sha256.hex(act.event() + "\n" + act.by() + "\n" + Json.write(act.asked()));
    }

    static String task(Task task) {
        ObjectNode json =
                Json.object()
                        .put("kind", task.object().kind())
                        .put("id", task.object().id())
                        .put("event", task.event())
                        .put("owner", task.owner().name())
                        .put("body", task.body())
                        .put("provisional", task.provisional())
                        .put("act", task.act())
                        .put("paragraph", task.paragraph());
        task.rule().ifPresent(rule -> json.put("rule", rule));
        task.due().ifPresent(due -> json.put("due", due.toString()));
        task.safeDue().ifPresent(due -> json.put("safeDue", due.toString()));
        task.counted()
                .ifPresent(counted ->
                        json.putObject("counted")
                                .put("from", counted.from().toString())
                                .put("convention", counted.convention().name())
                                .put("days", counted.days()));
        return Json.write(json);
    }

    static Task task(String text) {
        JsonNode json = Json.read(text);
        return new Task(
                new Reference(json.path("kind").asText(), json.path("id").asText()),
                json.path("event").asText(),
                optional(json, "rule"),
                new Party(json.path("owner").asText()),
                json.path("body").asText(),
                optional(json, "due").map(LocalDate::parse),
                optional(json, "safeDue").map(LocalDate::parse),
                json.path("provisional").asBoolean(),
                json.path("act").asText(),
                json.path("paragraph").asText(),
                counted(json.path("counted")));
    }

    /// Empty also for a task that was opened before it was kept.
    private static Optional<Task.Counted> counted(JsonNode json) {
        return json.isObject()
                ? Optional.of(
                        new Task.Counted(
                                LocalDate.parse(json.path("from").asText()),
                                Convention.valueOf(json.path("convention").asText()),
                                json.path("days").asInt()))
                : Optional.empty();
    }

    /// The open tasks that a document's item names.
    static List<Task> tasks(Map<String, AttributeValue> item) {
        return Item.texts(item, "tasks").stream().map(Stored::task).toList();
    }

    private static Optional<String> optional(JsonNode json, String field) {
        return json.has(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
    }
}
