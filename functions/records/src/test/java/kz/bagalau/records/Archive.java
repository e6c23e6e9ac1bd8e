package kz.bagalau.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoEnclosures;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.NamedFiles;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Sandbox;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A body of its own with documents as the capabilities leave them.
final class Archive {

    /// Stands in everything personal that a document says.
    final String mark = "mark-" + UUID.randomUUID();

    final String body = "b-" + UUID.randomUUID();
    final String employee = "emp-" + mark;
    final Caller hr = caller("hr-1", Role.HR, body);
    final Caller head = caller("head-1", Role.HEAD, body);
    final Crash crash = new Crash();
    final Cases cases;

    private final Sandbox sandbox;
    private final DynamoEnclosures enclosures;
    private Instant now = Instant.parse("2029-06-01T05:00:00Z");

    Archive(Sandbox sandbox) {
        this.sandbox = sandbox;
        Table table = new Table(sandbox.dynamo(), sandbox.table("Records"));
        this.cases = new DynamoCases(table);
        this.enclosures = new DynamoEnclosures(table);
    }

    static Caller caller(String subject, Role role, String body) {
        return new Caller(subject, Set.of(role), Optional.of(body));
    }

    Archive on(String day) {
        now = Instant.parse(day + "T05:00:00Z");
        return this;
    }

    Call call(String route) {
        Runtime runtime =
                sandbox.runtime("ManageRetention", Clock.fixed(now, Runtime.ALMATY), crash);
        return Call.of(route, Call.to(runtime, ManageRetention::new), crash);
    }

    Call destroy(String... objects) {
        ObjectNode json = Json.object();
        List.of(objects).forEach(json.putArray("objects")::add);
        json.putObject("act").put("number", "1-АК").put("date", "2029-05-31");
        return call("POST /retention/destructions").by(head).body(json);
    }

    /// A case with its history: opened, read by another, completed with a proof that is a file.
    Document appraisal(String completedOn) {
        return appraisal("FINAL", content().put("completedOn", completedOn), file());
    }

    /// Without a file.
    Document appraisal(String state, ObjectNode content) {
        return stored("appraisal", "2025-Q4", state, content, List.of());
    }

    Document appraisal(String state, ObjectNode content, String file) {
        content.putObject("calibration").put("document", file).put("text", mark);
        return stored("appraisal", "2025-Q4", state, content, List.of(file));
    }

    Document sheet(String approvedOn, String state) {
        ObjectNode content = content();
        content.putArray("rounds").addObject().put("meeting", "m").put("approvedOn", approvedOn);
        return stored("kpi-sheet", "2025", state, content, List.of());
    }

    Document planOf(Document sheet) {
        return stored(
                new Reference("kpi-plan", sheet.reference().id()),
                "2025",
                "APPROVED",
                content(),
                List.of());
    }

    Document meeting(String approvedOn, Document... sheets) {
        ObjectNode content = Json.object();
        content.putObject("approval").put("on", approvedOn);
        for (Document sheet : sheets) {
            content.withArray("/decisions")
                    .addObject()
                    .put("sheet", sheet.reference().id())
                    .put("employee", employee);
        }
        return stored("commission-meeting", "2026", "APPROVED", content, List.of());
    }

    Document yearlyScore(String formedOn) {
        ObjectNode content = content();
        content.putArray("revisions").addObject().put("formedOn", formedOn).put("grade", mark);
        return stored("yearly-score", "2025", "FORMED", content, List.of());
    }

    ObjectNode content() {
        ObjectNode content = Json.object().put("employee", employee);
        content.putObject("person").put("name", "Ахметова " + mark);
        return content;
    }

    /// A file that was sent, and overwritten once as no permit allows.
    String file() {
        String id = NamedFiles.draw();
        enclosures.add(
                new Enclosure(
                        id, mark + ".pdf", "application/pdf", 4, "-", mark, Optional.of(body), now),
                Optional.empty());
        for (String bytes : List.of("old " + mark, "new " + mark)) {
            sandbox.s3()
                    .putObject(
                            request ->
                                    request.bucket(sandbox.bucket("Uploads"))
                                            .key(Enclosure.key(id)),
                            RequestBody.fromString(bytes, StandardCharsets.UTF_8));
        }
        return id;
    }

    private Document stored(
            String kind, String period, String state, ObjectNode content, List<String> files) {
        Reference reference = new Reference(kind, UUID.randomUUID().toString());
        return stored(reference, period, state, content, files);
    }

    private Document stored(
            Reference reference,
            String period,
            String state,
            ObjectNode content,
            List<String> files) {
        Set<Party> parties = Set.of(Party.person(employee), Party.person("boss-" + mark));
        Document first =
                new Document(
                        reference, reference.kind(), body, period, parties, "OPEN", 1, content);
        cases.perform(new Change(first, act("open"), List.of(task(first))));
        cases.note(reference, new Act("read", "reader-" + mark, now, Json.object()));
        Document next = first.next(state, parties, content);
        cases.perform(
                new Change(
                        next,
                        act("complete"),
                        List.of(task(next)),
                        List.of(),
                        Optional.empty(),
                        files));
        return next;
    }

    Act act(String event) {
        return new Act(event, "assessor-" + mark, now, Json.object().put("reason", mark));
    }

    private Task task(Document document) {
        return new Task(
                document.reference(),
                "feedback",
                Optional.empty(),
                Party.person("boss-" + mark),
                body,
                Optional.of(LocalDate.of(2026, 2, 1)),
                Optional.empty(),
                false,
                "No. 245",
                "¶23");
    }

    /// The items of the table that say something of this body's people.
    List<String> traces() {
        List<String> traces = new ArrayList<>();
        sandbox
                .dynamo()
                .scanPaginator(request -> request.tableName(sandbox.table("Records")))
                .items()
                .stream()
                .filter(item -> item.toString().contains(mark))
                .map(Archive::key)
                .forEach(traces::add);
        return traces;
    }

    private static String key(Map<String, AttributeValue> item) {
        return Item.text(item, Item.PK) + " " + Item.text(item, Item.SK);
    }

    /// How many versions of this body's files there are.
    long versionsOf(String file) {
        return sandbox.s3()
                .listObjectVersions(request ->
                        request.bucket(sandbox.bucket("Uploads")).prefix(Enclosure.key(file)))
                .versions()
                .size();
    }
}
