package kz.bagalau.worktime;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
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
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Listed;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.Together;
import kz.bagalau.worktime.desk.WorktimeProblem;
import kz.bagalau.worktime.result.ResultCase;
import kz.bagalau.worktime.result.ResultForm;
import kz.bagalau.worktime.result.ResultPapers;
import kz.bagalau.worktime.visit.Evidence;
import kz.bagalau.worktime.visit.EvidenceForm;
import kz.bagalau.worktime.visit.VisitCase;

/// Results of monitoring: prepared by the authority, sent to the body, answered by it (121 ¶17).
public final class ManageMonitoringResults extends HttpFunction {

    private static final Access AUTHORITIES = only(Role.AGENCY, Role.TERRITORIAL);
    private static final int MOST_ATTACHMENTS = 20;
    private final Desk desk;
    private final Uploads files;
    private final Idempotency replies;
    private final ResultCase results;
    private final ResultPapers papers;

    public ManageMonitoringResults() {
        this(
                Production.desk(),
                Uploads.fromEnvironment("EVIDENCE_BUCKET"),
                DynamoIdempotency.fromEnvironment());
    }

    ManageMonitoringResults(Desk desk, Uploads files, Idempotency replies) {
        this.desk = desk;
        this.files = files;
        this.replies = replies;
        this.results = new ResultCase(desk);
        this.papers = new ResultPapers(desk);
    }

    /// An attachment of a result.
    private record Attached(Document result, ObjectNode json) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post("/monitoring-results", AUTHORITIES)
                        .reads(ResultForm::prepared)
                        .keeps(replies)
                        .answers(this::prepare),
                Route.get("/monitoring-results", ManageMonitoring.READERS.orOwn(Role.HR, Role.HEAD))
                        .reads(Listed.of(results.flow())::apply)
                        .perhapsAbout(Listed::body)
                        .answers(this::list),
                Route.get(
                                "/monitoring-results/{result}",
                                ManageMonitoring.READERS.orOwn(Role.HR, Role.HEAD))
                        .of(this::result)
                        .reads(ResultForm::shown)
                        .answers(this::show),
                Route.put("/monitoring-results/{result}", AUTHORITIES)
                        .of(this::result)
                        .reads(ResultForm::changed)
                        .answers(this::change),
                Route.post("/monitoring-results/{result}/send", AUTHORITIES)
                        .of(this::result)
                        .reads(ResultForm::sending)
                        .answers(this::send),
                Route.post(
                                "/monitoring-results/{result}/attachments",
                                AUTHORITIES.orOwn(Role.HR, Role.HEAD))
                        .of(this::result)
                        .reads(EvidenceForm::scan)
                        .keeps(replies)
                        .again(this::permitAgain)
                        .answers(this::attach),
                Route.get(
                                "/monitoring-results/{result}/attachments/{attachment}",
                                ManageMonitoring.READERS.orOwn(Role.HR, Role.HEAD))
                        .of(this::attached)
                        .answers(this::read),
                Route.put("/monitoring-results/{result}/answer", own(Role.HR, Role.HEAD))
                        .of(this::result)
                        .reads(ResultForm::answer)
                        .answers(this::answer));
    }

    private Optional<Document> result(Caller caller, Path path) {
        return desk.find(Desk.RESULT, ResultForm.id(path.get("result")))
                .filter(result -> results.sees(caller, result));
    }

    private Optional<Attached> attached(Caller caller, Path path) {
        return result(caller, path)
                .flatMap(result ->
                        attachment(result, path.get("attachment"))
                                .map(json -> new Attached(result, json)));
    }

    private static Optional<ObjectNode> attachment(Document result, String id) {
        return result.content()
                .path(ResultCase.ATTACHMENTS)
                .valueStream()
                .filter(one -> one.path("id").asText().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private Response prepare(
            Caller caller, Path path, ResultForm.Content form, Optional<Idempotency.Key> key) {
        Optional<StateBody> body = desk.bodies().find(form.body());
        if (body.isEmpty()) {
            return Problem.invalid(
                    List.of(new Problem.Error("/body", WorktimeProblem.UNKNOWN_BODY, form.body())));
        }
        Optional<Authority> authority = Authority.of(caller);
        if (authority.isEmpty() || !desk.covers(caller, body.get())) {
            return caller.refusal();
        }
        Optional<Problem> unknown = unknown(form, authority.get(), form.body());
        if (unknown.isPresent()) {
            return unknown.get();
        }
        ObjectNode content =
                Json.object()
                        .put(Parts.AUTHORITY, authority.get().id())
                        .put(Parts.BODY, form.body());
        content.setAll(form.json());
        Document result =
                new Document(
                        new Reference(Desk.RESULT, UUID.randomUUID().toString()),
                        results.flow().code(),
                        Parts.place(authority.get()),
                        Integer.toString(form.from().getYear()),
                        Parts.parties(authority.get(), form.body()),
                        "PREPARED",
                        1,
                        content);
        return desk.events(results)
                .open(
                        caller,
                        result,
                        "prepare",
                        form.json().deepCopy().put(Parts.BODY, form.body()),
                        List.of(),
                        key);
    }

    /// Visits are the authority's own, signals are about the body.
    private Optional<Problem> unknown(ResultForm.Content form, Authority authority, String body) {
        List<Problem.Error> errors = new ArrayList<>();
        for (String id : form.visits()) {
            boolean known =
                    desk.find(Desk.VISIT, id)
                            .filter(visit -> Parts.body(visit).equals(body))
                            .filter(visit -> Parts.authority(visit).equals(authority))
                            .isPresent();
            if (!known) {
                errors.add(new Problem.Error("/visits", WorktimeProblem.UNKNOWN_VISIT, id));
            }
        }
        for (String id : form.signals()) {
            boolean known =
                    desk.find(Desk.SIGNAL, id)
                            .filter(signal -> Parts.body(signal).equals(body))
                            .isPresent();
            if (!known) {
                errors.add(new Problem.Error("/signals", WorktimeProblem.UNKNOWN_SIGNAL, id));
            }
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    private Response list(Caller caller, Path path, Listed asked) {
        if (Authority.of(caller).isPresent()) {
            return asked.answer(desk, caller, Desk.RESULT, "results", results::line);
        }
        Optional<String> own = caller.body();
        if (own.isEmpty() || asked.body().filter(body -> !own.get().equals(body)).isPresent()) {
            return caller.refusal();
        }
        return asked.lines(
                desk, Party.office(Role.HR, own.get()), Desk.RESULT, "results", results::line);
    }

    private Response show(Caller caller, Document result, ResultForm.Shown shown) {
        desk.noteReading(caller, result, "result");
        return switch (shown.format()) {
            case JSON -> Response.ok(results.shown(caller, result));
            case PDF -> papers.pdf(result, shown.language());
            case XLSX -> papers.workbook(result, shown.language());
        };
    }

    private Response change(Caller caller, Document result, ResultForm.Content form) {
        return desk.events(results)
                .happen(
                        caller,
                        result,
                        new Asked("change", form.seen(), form.json()),
                        _ ->
                                unknown(form, Parts.authority(result), Parts.body(result))
                                        .<Decision>map(Decision.Refused::new)
                                        .orElseGet(() -> {
                                            ObjectNode content = result.content();
                                            content.setAll(form.json());
                                            return Decision.next(result, "PREPARED", content);
                                        }));
    }

    private Response send(Caller caller, Document result, Asked asked) {
        Together together = new Together(desk.cases());
        return desk.events(results, together)
                .happen(caller, result, asked, _ -> sent(caller, result, together));
    }

    /// Marks the visits, so that none of their acts is withdrawn any more.
    private Decision sent(Caller caller, Document result, Together together) {
        List<Document> visits = ResultPapers.visits(desk, result);
        List<String> open =
                visits.stream()
                        .filter(visit -> !visit.state().equals("DONE"))
                        .map(visit -> visit.reference().id())
                        .toList();
        if (!open.isEmpty()) {
            return new Decision.Refused(
                    Problem.of(WorktimeProblem.VISIT_OPEN, String.join(", ", open)));
        }
        VisitCase kind = new VisitCase(desk);
        String id = result.reference().id();
        for (Document visit : visits) {
            ObjectNode next = visit.content();
            if (!next.has("sent")) {
                next.withObject("/sent").put("result", id).put("at", desk.now().toString());
                together.with(
                        desk.events(kind)
                                .along(
                                        caller,
                                        visit.next(visit.state(), visit.parties(), next),
                                        "result-sent",
                                        Json.object().put("result", id)));
            }
        }
        ObjectNode content = result.content().put("sentAt", desk.now().toString());
        Set<Party> parties = new HashSet<>(result.parties());
        parties.add(Party.office(Role.HR, Parts.body(result)));
        return new Decision.Next("SENT", parties, content, List.of(), Json.object());
    }

    private Response attach(
            Caller caller, Document result, EvidenceForm form, Optional<Idempotency.Key> key) {
        String id = UUID.randomUUID().toString();
        ObjectNode json = form.json().deepCopy().put("id", id).put("by", caller.subject());
        Response made =
                desk.events(results)
                        .add(
                                caller,
                                result,
                                "attach",
                                form.json(),
                                key,
                                allowed ->
                                        attachedTo(result, json, allowed.to().iterator().next()));
        return made instanceof Response.Document document && document.status() == 201
                ? Response.created(permitted(result, json))
                : made;
    }

    private static Decision attachedTo(Document result, ObjectNode json, String state) {
        ObjectNode content = result.content();
        ArrayNode list = content.withArray("/" + ResultCase.ATTACHMENTS);
        if (list.size() >= MOST_ATTACHMENTS) {
            return new Decision.Refused(
                    Problem.of(WorktimeProblem.TOO_MANY_PARTS, Integer.toString(MOST_ATTACHMENTS)));
        }
        list.add(json);
        return new Decision.Next(
                state,
                result.parties(),
                content,
                List.of(),
                Json.object().put("id", json.path("id").asText()));
    }

    private ObjectNode permitted(Document result, ObjectNode json) {
        String id = json.path("id").asText();
        Permit permit =
                files.permit(
                        key(result, id),
                        Evidence.media(json),
                        json.path("bytes").asLong(),
                        json.path("sha256").asText());
        return Json.object().put("id", id).set("upload", permit.json());
    }

    private Response permitAgain(Caller caller, Document result, Idempotency.Done done) {
        String id = Json.read(done.body()).path("id").asText();
        return Response.created(permitted(result, attachment(result, id).orElseThrow()));
    }

    private static String key(Document result, String attachment) {
        return "results/" + result.reference().id() + "/" + attachment;
    }

    private Response read(Caller caller, Attached attached) {
        String id = attached.json().path("id").asText();
        String key = key(attached.result(), id);
        if (files.find(key).isEmpty()) {
            return Response.notFound();
        }
        desk.noteReading(caller, attached.result(), "attachment " + id);
        return new Response.Redirect(
                files.address(
                        key,
                        Evidence.media(attached.json()),
                        attached.json().path("fileName").asText()));
    }

    private Response answer(Caller caller, Document result, ResultForm.Answer form) {
        return desk.events(results)
                .happen(caller, result, form.asked(), _ -> answered(caller, result, form));
    }

    private Decision answered(Caller caller, Document result, ResultForm.Answer form) {
        List<Problem.Error> errors =
                form.attachments().stream()
                        .filter(id ->
                                attachment(result, id).isEmpty()
                                        || files.find(key(result, id)).isEmpty())
                        .map(id ->
                                new Problem.Error(
                                        "/attachments", WorktimeProblem.UNKNOWN_ATTACHMENT, id))
                        .toList();
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        ObjectNode content = result.content();
        ObjectNode answer = content.withObject("/answer").put("measures", form.measures());
        ArrayNode list = answer.putArray(ResultCase.ATTACHMENTS);
        form.attachments().forEach(list::add);
        answer.put("by", caller.subject()).put("at", desk.now().toString());
        return Decision.next(result, "ANSWERED", content);
    }
}
