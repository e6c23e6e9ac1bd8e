package kz.bagalau.worktime;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.directory.Authority;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.s3.Permit;
import kz.bagalau.lambda.s3.Uploads;
import kz.bagalau.worktime.act.ActForm;
import kz.bagalau.worktime.act.Acts;
import kz.bagalau.worktime.act.PeopleSearch;
import kz.bagalau.worktime.act.Schedules;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Listed;
import kz.bagalau.worktime.desk.Together;
import kz.bagalau.worktime.desk.WorktimeProblem;
import kz.bagalau.worktime.plan.PlanContent;
import kz.bagalau.worktime.visit.Evidence;
import kz.bagalau.worktime.visit.EvidenceForm;
import kz.bagalau.worktime.visit.Registering;
import kz.bagalau.worktime.visit.VisitCase;
import kz.bagalau.worktime.visit.VisitForm;

/// Visits (121 ¶9 to ¶15): their registration, their course, explanations, evidence and acts.
public final class ManageVisits extends HttpFunction {

    private static final Access OFFICIALS = only(Role.MONITOR);

    /// How many explanations, and how much evidence, a visit may have.
    private static final int MOST_PARTS = 100;

    private final Desk desk;
    private final Uploads files;
    private final Idempotency replies;
    private final VisitCase visits;
    private final Registering registering;
    private final Acts acts;
    private final PeopleSearch people;

    public ManageVisits() {
        this(
                Production.desk(),
                Production.schedules(),
                Uploads.fromEnvironment("EVIDENCE_BUCKET"),
                DynamoIdempotency.fromEnvironment());
    }

    ManageVisits(Desk desk, Schedules schedules, Uploads files, Idempotency replies) {
        this.desk = desk;
        this.files = files;
        this.replies = replies;
        this.visits = new VisitCase(desk);
        this.registering = new Registering(desk, visits);
        this.acts = new Acts(desk, visits, schedules);
        this.people = new PeopleSearch(desk, schedules);
    }

    /// A part of a visit.
    private record Part(Document visit, ObjectNode json) {

        String id() {
            return json.path("id").asText();
        }
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/visits", ManageMonitoring.READERS)
                        .reads(VisitForm::registration)
                        .keeps(replies)
                        .answers(this::register),
                Route.get("/visits", ManageMonitoring.READERS)
                        .reads(Listed.of(visits.flow())::apply)
                        .answers((caller, path, asked) ->
                                asked.answer(desk, caller, Desk.VISIT, "visits", visits::line)),
                Route.get("/visits/{visit}", ManageMonitoring.READERS)
                        .of(this::visit)
                        .answers(this::show),
                Route.put("/visits/{visit}", ManageMonitoring.READERS)
                        .of(this::visit)
                        .readsWith((request, visit) -> VisitForm.changed(request))
                        .answers(registering::change),
                Route.post("/visits/{visit}/cancel", ManageMonitoring.READERS)
                        .of(this::visit)
                        .readsWith((request, visit) -> VisitForm.reasoned(request, "cancel"))
                        .answers(registering::cancel),
                Route.post("/visits/{visit}/start", OFFICIALS)
                        .of(this::visit)
                        .to(VisitCase::isOfficial)
                        .readsWith((request, visit) -> VisitForm.start(request, visit, desk.now()))
                        .answers(this::start),
                Route.post("/visits/{visit}/finish", OFFICIALS)
                        .of(this::visit)
                        .to(VisitCase::isOfficial)
                        .readsWith((request, visit) -> VisitForm.finish(request, visit, desk.now()))
                        .answers(this::finish),
                Route.post("/visits/{visit}/explanations", OFFICIALS)
                        .of(this::visit)
                        .to(VisitCase::isOfficial)
                        .reads(request -> VisitForm.explanation(request, desk.now(), false))
                        .keeps(replies)
                        .answers(this::explain),
                Route.put("/visits/{visit}/explanations/{explanation}", OFFICIALS)
                        .of(this::explanation)
                        .to((caller, part) -> VisitCase.isOfficial(caller, part.visit()))
                        .reads(request -> VisitForm.explanation(request, desk.now(), true))
                        .answers(this::supplement),
                Route.post("/visits/{visit}/evidence", OFFICIALS)
                        .of(this::visit)
                        .to(VisitCase::isOfficial)
                        .reads(request -> EvidenceForm.read(request, desk.now()))
                        .keeps(replies)
                        .again(this::permitAgain)
                        .answers(this::record),
                Route.delete("/visits/{visit}/evidence/{evidence}", OFFICIALS)
                        .of(this::evidence)
                        .to((caller, part) -> VisitCase.isOfficial(caller, part.visit()))
                        .answers(this::drop),
                Route.get("/visits/{visit}/evidence/{evidence}", ManageMonitoring.READERS)
                        .of(this::evidence)
                        .answers(this::read),
                Route.get("/visits/{visit}/people", OFFICIALS)
                        .of(this::visit)
                        .to(VisitCase::isOfficial)
                        .reads(PeopleSearch::read)
                        .answers(people::answer),
                Route.get("/visit-acts", own(Role.EMPLOYEE, Role.HR, Role.HEAD))
                        .reads(Listed.of(acts.flow())::apply)
                        .perhapsAbout(Listed::body)
                        .answers((caller, path, asked) -> acts.list(caller, asked)),
                Route.post("/visits/{visit}/acts", OFFICIALS)
                        .of(this::visit)
                        .to(VisitCase::isOfficial)
                        .readsWith((request, visit) -> ActForm.draft(request, visit, desk.now()))
                        .keeps(replies)
                        .answers(acts::draft),
                Route.get(
                                "/visits/{visit}/acts/{act}",
                                ManageMonitoring.READERS.orOwn(Role.EMPLOYEE, Role.HR, Role.HEAD))
                        .of(this::readableAct)
                        .reads(Printed::read)
                        .answers(acts::show),
                Route.post("/visits/{visit}/acts/{act}/signatures", OFFICIALS)
                        .of(this::act)
                        .to((caller, of) -> VisitCase.isOfficial(caller, of.visit()))
                        .readsWith((request, of) -> ActForm.signing(request, of.act()))
                        .answers(acts::sign),
                Route.post("/visits/{visit}/acts/{act}/acquaintance", OFFICIALS)
                        .of(this::act)
                        .to((caller, of) -> VisitCase.isOfficial(caller, of.visit()))
                        .reads(request -> ActForm.acquainted(request, desk.now()))
                        .answers(acts::acquaint),
                Route.post("/visits/{visit}/acts/{act}/withdraw", OFFICIALS)
                        .of(this::act)
                        .to((caller, of) -> VisitCase.isOfficial(caller, of.visit()))
                        .reads(request -> VisitForm.reasoned(request, "withdraw"))
                        .answers(acts::withdraw));
    }

    private Optional<Acts.Of> act(Caller caller, Path path) {
        return visit(caller, path).flatMap(visit -> acts.find(visit, path.get("act")));
    }

    /// An act also for whom it is about, and for the body once the result is sent.
    private Optional<Acts.Of> readableAct(Caller caller, Path path) {
        return desk.find(Desk.VISIT, path.get("visit"))
                .flatMap(visit -> acts.find(visit, Printed.id(path.get("act"))))
                .filter(of -> desk.sees(caller, of.visit()) || Acts.isOfBody(caller, of));
    }

    private Optional<Document> visit(Caller caller, Path path) {
        return desk.find(Desk.VISIT, path.get("visit")).filter(visit -> desk.sees(caller, visit));
    }

    private Optional<Part> explanation(Caller caller, Path path) {
        return visit(caller, path)
                .flatMap(visit ->
                        explanations(visit.content())
                                .valueStream()
                                .filter(one ->
                                        one.path("id").asText().equals(path.get("explanation")))
                                .findFirst()
                                .map(one -> new Part(visit, (ObjectNode) one)));
    }

    private Optional<Part> evidence(Caller caller, Path path) {
        return visit(caller, path)
                .flatMap(visit ->
                        Evidence.find(visit.content(), path.get("evidence"))
                                .map(one -> new Part(visit, one)));
    }

    private static ArrayNode explanations(ObjectNode content) {
        return content.withArray("/explanations");
    }

    private Response register(
            Caller caller, Path path, VisitForm.Registration form, Optional<Idempotency.Key> key) {
        Optional<StateBody> body = desk.bodies().find(form.body());
        if (body.isEmpty()) {
            return Problem.invalid(
                    List.of(new Problem.Error("/body", WorktimeProblem.UNKNOWN_BODY, form.body())));
        }
        Optional<Authority> authority = Authority.of(caller);
        return authority.isPresent() && desk.covers(caller, body.get())
                ? registering.register(caller, authority.get(), form, key)
                : caller.refusal();
    }

    /// It names persons, so the reading is noted.
    private Response show(Caller caller, Document visit) {
        desk.noteReading(caller, visit, "visit");
        ObjectNode content = visit.content();
        arrived(visit, content);
        return Response.ok(visits.shown(visit, content));
    }

    /// Writes down which files have come.
    ///
    /// @return the ids of those that have not
    private List<String> arrived(Document visit, ObjectNode content) {
        return Evidence.of(content)
                .filter(one -> !Evidence.isDropped(one) && !one.has(Evidence.RECEIVED))
                .filter(one -> {
                    Optional<Uploads.Stored> sent =
                            files.find(Evidence.key(visit, one.path("id").asText()));
                    sent.ifPresent(file -> one.put(Evidence.RECEIVED, file.at().toString()));
                    return sent.isEmpty();
                })
                .map(one -> one.path("id").asText())
                .toList();
    }

    private Response start(Caller caller, Document visit, VisitForm.Timed form) {
        Together together = new Together(desk.cases());
        return desk.events(visits, together)
                .happen(caller, visit, form.asked(), _ -> started(caller, visit, form, together));
    }

    private Decision started(
            Caller caller, Document visit, VisitForm.Timed form, Together together) {
        if (!registering.marked(caller, visit, PlanContent.STARTED, together)) {
            return new Decision.Refused(
                    Problem.of(WorktimeProblem.ITEM_GONE, visit.content().path("item").asText()));
        }
        ObjectNode content = visit.content();
        content.put("startedAt", form.at().toString());
        return Decision.next(visit, "IN_PROGRESS", content);
    }

    private Response finish(Caller caller, Document visit, VisitForm.Timed form) {
        Together together = new Together(desk.cases());
        return desk.events(visits, together)
                .happen(caller, visit, form.asked(), _ -> finished(caller, visit, form, together));
    }

    private Decision finished(
            Caller caller, Document visit, VisitForm.Timed form, Together together) {
        List<String> unsigned = acts.open(visit);
        if (!unsigned.isEmpty()) {
            return new Decision.Refused(named(WorktimeProblem.ACT_UNSIGNED, "acts", unsigned));
        }
        ObjectNode content = visit.content();
        List<String> open = arrived(visit, content);
        if (!open.isEmpty()) {
            return new Decision.Refused(named(WorktimeProblem.UPLOAD_OPEN, "evidence", open));
        }
        registering.marked(caller, visit, PlanContent.DONE, together);
        content.put("finishedAt", form.at().toString());
        return Decision.next(visit, "DONE", content);
    }

    private static Problem named(WorktimeProblem code, String field, List<String> ids) {
        ObjectNode members = Json.object();
        ids.forEach(members.putArray(field)::add);
        return new Problem(code, List.of(String.join(", ", ids)), List.of(), members);
    }

    private Response explain(
            Caller caller,
            Document visit,
            VisitForm.Explanation form,
            Optional<Idempotency.Key> key) {
        return desk.events(visits)
                .add(
                        caller,
                        visit,
                        "record",
                        form.asked().asked(),
                        key,
                        _ -> added(visit, "explanations", form.json()));
    }

    private Decision added(Document visit, String list, ObjectNode part) {
        ObjectNode content = visit.content();
        ArrayNode parts = content.withArray("/" + list);
        if (parts.size() >= MOST_PARTS) {
            return new Decision.Refused(
                    Problem.of(WorktimeProblem.TOO_MANY_PARTS, Integer.toString(MOST_PARTS)));
        }
        String id = Integer.toString(parts.size() + 1);
        parts.add(part.deepCopy().put("id", id));
        return new Decision.Next(
                visit.state(), visit.parties(), content, List.of(), Json.object().put("id", id));
    }

    private Response supplement(Caller caller, Part part, VisitForm.Explanation form) {
        Document visit = part.visit();
        ObjectNode asked = form.asked().asked().put("id", part.id());
        return desk.events(visits)
                .happen(
                        caller,
                        visit,
                        new Asked(form.asked().event(), form.asked().version(), asked),
                        _ -> supplemented(visit, part, form));
    }

    private static Decision supplemented(Document visit, Part part, VisitForm.Explanation form) {
        ObjectNode content = visit.content();
        ArrayNode list = explanations(content);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("id").asText().equals(part.id())) {
                list.set(i, form.json().deepCopy().put("id", part.id()));
            }
        }
        return Decision.next(visit, visit.state(), content);
    }

    private Response record(
            Caller caller, Document visit, EvidenceForm form, Optional<Idempotency.Key> key) {
        String id = UUID.randomUUID().toString();
        ObjectNode json = form.json().put("id", id).put("by", caller.subject());
        // What is kept for the key is no right to send: that is signed anew.
        Response kept =
                desk.events(visits)
                        .add(
                                caller,
                                visit,
                                "record",
                                form.json().deepCopy(),
                                key,
                                _ -> recorded(visit, json));
        return kept instanceof Response.Document made && made.status() == 201
                ? Response.created(permitted(visit, json))
                : kept;
    }

    private static Decision recorded(Document visit, ObjectNode json) {
        ObjectNode content = visit.content();
        ArrayNode list = content.withArray("/" + Evidence.LIST);
        if (list.size() >= MOST_PARTS) {
            return new Decision.Refused(
                    Problem.of(WorktimeProblem.TOO_MANY_PARTS, Integer.toString(MOST_PARTS)));
        }
        list.add(json);
        return new Decision.Next(
                visit.state(),
                visit.parties(),
                content,
                List.of(),
                Json.object().put("id", json.path("id").asText()));
    }

    private ObjectNode permitted(Document visit, ObjectNode json) {
        String id = json.path("id").asText();
        Permit permit =
                files.permit(
                        Evidence.key(visit, id),
                        Evidence.media(json),
                        json.path("bytes").asLong(),
                        json.path("sha256").asText());
        return Json.object().put("id", id).set("upload", permit.json());
    }

    /// The same request again gets the same evidence, with an address that is valid again.
    private Response permitAgain(Caller caller, Document visit, Idempotency.Done done) {
        String id = Json.read(done.body()).path("id").asText();
        return Response.created(permitted(visit, Evidence.find(visit.content(), id).orElseThrow()));
    }

    /// Only where no file came: what was recorded stays.
    private Response drop(Caller caller, Part part) {
        Document visit = part.visit();
        if (Evidence.isDropped(part.json())) {
            return Response.ok(visits.shown(caller, visit));
        }
        if (files.find(Evidence.key(visit, part.id())).isPresent()) {
            return Problem.wrongState("RECEIVED");
        }
        ObjectNode content = visit.content();
        Evidence.find(content, part.id()).orElseThrow().put(Evidence.DROPPED, true);
        return desk.events(visits)
                .happen(
                        caller,
                        visit,
                        new Asked(
                                "record",
                                OptionalLong.of(visit.version()),
                                Json.object().put("drop", part.id())),
                        _ -> Decision.next(visit, visit.state(), content));
    }

    /// The file itself, by an address of a few minutes. The reading is noted.
    private Response read(Caller caller, Part part) {
        String key = Evidence.key(part.visit(), part.id());
        if (Evidence.isDropped(part.json()) || files.find(key).isEmpty()) {
            return Response.notFound();
        }
        desk.noteReading(caller, part.visit(), "evidence " + part.id());
        return new Response.Redirect(
                files.address(
                        key, Evidence.media(part.json()), part.json().path("fileName").asText()));
    }
}
