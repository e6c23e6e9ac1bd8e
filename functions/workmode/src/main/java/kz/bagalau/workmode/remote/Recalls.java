package kz.bagalau.workmode.remote;

import static kz.bagalau.lambda.Access.oneselfOrOwn;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.Arrangement.Held;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.Finding;
import kz.bagalau.rules.workmode.Recall;
import kz.bagalau.rules.workmode.RecallTerm;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.workmode.act.ActFields;
import kz.bagalau.workmode.act.ActList;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.Findings;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// The recall of one employee from remote or combined work, and the return (No. 120, ¶12).
public final class Recalls {

    private static final int PAGE = 50;

    private final WorkDesk desk;
    private final Idempotency replies;
    private final RecallKind kind;
    private final CaseEvents events;

    public Recalls(WorkDesk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.kind = new RecallKind(desk);
        this.events =
                new CaseEvents(desk.cases(), this::write, kind, desk.calendar(), desk.clock());
    }

    private record Form(Recall recall, ObjectNode content) {}

    private record Return(LocalDate on, Asked asked) {}

    public List<Route> routes() {
        return List.of(
                Route.post("/recalls", own(Role.HEAD))
                        .reads(this::read)
                        .keeps(replies)
                        .answers(this::recall),
                Route.put("/recalls/{recall}/return", own(Role.HEAD))
                        .of(this::find)
                        .readsWith(Recalls::returning)
                        .answers(this::giveBack),
                Route.post("/recalls/{recall}/withdraw", own(Role.HEAD))
                        .of(this::find)
                        .reads(Recalls::withdrawing)
                        .answers(this::withdraw),
                Route.get("/recalls", oneselfOrOwn(Role.HR, Role.HEAD, Role.EMPLOYEE))
                        .reads(ActList::read)
                        .perhapsAbout(ActList::body)
                        .answers(this::list));
    }

    private Optional<Document> find(Caller caller, Path path) {
        return desk.find(RecallKind.NAME, path.get("recall"))
                .filter(recall -> kind.sees(caller, recall));
    }

    private Input.Result<Form> read(Request request) {
        Input input = request.input(ActFields.MAX_BYTES);
        Staff staff = desk.staffs().of(request.caller().body().orElseThrow());
        String act = input.text("act", 64);
        String employee = ActFields.employee(input, staff);
        Recall.Kind why = input.oneOf("kind", Recall.Kind.class, Recall.Kind.URGENT);
        Optional<String> proposedBy = input.optionalText("proposedBy", ActFields.MAX_SUBJECT);
        proposedBy
                .filter(person -> !person.isEmpty() && !staff.knows(person))
                .ifPresent(person ->
                        input.error("proposedBy", WorkmodeProblem.UNKNOWN_PERSON, person));
        Optional<Instant> notice =
                input.has("noticeSentAt")
                        ? Optional.of(input.instant("noticeSentAt"))
                        : Optional.empty();
        input.raw("noticeSentAt");
        notice.filter(at -> at.isAfter(desk.clock().instant()))
                .ifPresent(_ -> input.error("noticeSentAt", WorkmodeProblem.IN_FUTURE));
        LocalDate from = input.date(Rows.FROM);
        String reason = ActFields.element(input, "reason", WorkmodeProblem.REASON_MISSING);
        ObjectNode content =
                Json.object()
                        .put("act", act)
                        .put(Rows.EMPLOYEE, employee)
                        .put("kind", why.name())
                        .put(Rows.FROM, from.toString())
                        .put("reason", reason);
        proposedBy.ifPresent(person -> content.put("proposedBy", person));
        notice.ifPresent(at -> content.put("noticeSentAt", at.toString()));
        return input.finish(() ->
                new Form(
                        new Recall(
                                why,
                                from,
                                notice.map(at -> LocalDateTime.ofInstant(at, AlmatyTime.ZONE)),
                                reason),
                        content));
    }

    private Response recall(Caller caller, Path path, Form form, Optional<Idempotency.Key> key) {
        String body = caller.body().orElseThrow();
        String employee = Rows.employee(form.content());
        String act = form.content().path("act").asText();
        Arrangement standing = desk.arrangements().of(body, employee);
        Optional<RemoteTerm> held = held(standing, act);
        if (held.isEmpty()) {
            return Problem.invalid(
                    List.of(new Problem.Error("/act", WorkmodeProblem.NOT_IN_ACT, employee)));
        }
        Term term = held.get().term();
        List<Finding> findings =
                form.recall()
                        .findings(
                                term,
                                begins(body, employee, form.recall().from()),
                                others(standing, act, term),
                                desk.settings());
        return Findings.refusal(findings)
                .<Response>map(problem -> problem)
                .orElseGet(() ->
                        events.open(
                                caller,
                                first(body, form),
                                "recall",
                                form.content(),
                                List.of(),
                                key));
    }

    /// The beginning of the employee's working time on the first day, else of the day.
    private LocalDateTime begins(String body, String employee, LocalDate from) {
        return desk.calendar().get().find(from.getYear()).isEmpty()
                ? from.atStartOfDay()
                : desk.schedules()
                        .of(body, employee)
                        .on(from)
                        .hours()
                        .map((DayHours hours) -> hours.startOf(from))
                        .orElse(from.atStartOfDay());
    }

    private static List<Term> others(Arrangement standing, String act, Term term) {
        return standing.recalls().stream()
                .filter(held -> held.act().equals(act))
                .map(Held::term)
                .map((RecallTerm other) ->
                        new Term(
                                other.id(),
                                other.from(),
                                other.returned()
                                        .map(day -> day.minusDays(1))
                                        .orElse(term.lastDay())))
                .toList();
    }

    private static Document first(String body, Form form) {
        return new Document(
                new Reference(RecallKind.NAME, UUID.randomUUID().toString()),
                "recall",
                body,
                form.content().path(Rows.FROM).asText(),
                Set.of(Party.person(Rows.employee(form.content()))),
                form.content().has("noticeSentAt") ? RecallKind.NOTIFIED : RecallKind.AT_OFFICE,
                1,
                form.content());
    }

    /// A recall with what it means for the employee. Another one that came between is seen when the
    /// request is gone through again.
    private Optional<Written> write(Change change) {
        Document recall = change.next();
        String employee = Rows.employee(recall.content());
        String act = recall.content().path("act").asText();
        Arrangements.Sight seen = desk.arrangements().see(recall.body(), List.of(employee));
        Arrangement before = seen.of(employee);
        Arrangement next = before.with(act, recall.reference().id(), RecallKind.term(recall));
        boolean another =
                recall.version() == 1
                        && held(before, act)
                                .map(RemoteTerm::term)
                                .flatMap(term -> {
                                    LocalDate from = Rows.day(recall.content(), Rows.FROM);
                                    return Term.overlapping(
                                            others(before, act, term), from, term.lastDay());
                                })
                                .isPresent();
        return another
                ? Optional.empty()
                : desk.arrangements()
                        .perform(List.of(change), seen, List.of(next), Optional.empty());
    }

    private static Optional<RemoteTerm> held(Arrangement standing, String act) {
        return standing.remote().stream()
                .filter(one -> one.act().equals(act))
                .map(Held::term)
                .findFirst();
    }

    private static Input.Result<Return> returning(Request request, Document recall) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        LocalDate on = input.date("on");
        LocalDate from = Rows.day(recall.content(), Rows.FROM);
        if (on.isBefore(from) && !input.isWrong("on")) {
            input.error("on", WorkmodeProblem.TO_BEFORE_FROM, from.toString());
        }
        return input.finish(() ->
                new Return(
                        on, new Asked("return", version, Json.object().put("on", on.toString()))));
    }

    private Response giveBack(Caller caller, Document seen, Return form) {
        return events.happen(
                caller,
                seen,
                kind.state(seen),
                form.asked(),
                _ ->
                        Decision.next(
                                seen,
                                "RETURNED",
                                seen.content().put(RecallKind.RETURNED_ON, form.on().toString())));
    }

    private static Input.Result<Asked> withdrawing(Request request) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        return input.finish(() -> new Asked("withdraw", version, Json.object()));
    }

    private Response withdraw(Caller caller, Document seen, Asked asked) {
        return events.happen(
                caller,
                seen,
                kind.state(seen),
                asked,
                _ -> Decision.next(seen, "WITHDRAWN", seen.content()));
    }

    private Response list(Caller caller, Path path, ActList form) {
        Paging paging = new Paging(PAGE, form.cursor());
        Predicate<Document> wanted =
                recall ->
                        kind.sees(caller, recall)
                                && form.on().map(day -> holds(recall, day)).orElse(true);
        Optional<Page<Document>> page =
                form.body().isPresent()
                        ? desk.cases()
                                .ofBody(RecallKind.NAME, form.body().get(), "", paging, wanted)
                        : desk.cases()
                                .of(
                                        Party.person(caller.subject()),
                                        RecallKind.NAME,
                                        "",
                                        paging,
                                        wanted);
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode json = Json.object();
        ArrayNode recalls = json.putArray("recalls");
        for (Document recall : page.get().items()) {
            note(caller, recall);
            recalls.add(kind.shown(caller, recall));
        }
        page.get().next().ifPresent(next -> json.put("next", next));
        return Response.ok(json);
    }

    private void note(Caller caller, Document recall) {
        if (!Rows.employee(recall.content()).equals(caller.subject())) {
            desk.cases()
                    .note(
                            recall.reference(),
                            new Act(
                                    Readings.EVENT,
                                    caller.subject(),
                                    desk.clock().instant(),
                                    Json.object()));
        }
    }

    private boolean holds(Document recall, LocalDate day) {
        return desk
                .arrangements()
                .of(recall.body(), Rows.employee(recall.content()))
                .recallsInForce()
                .stream()
                .anyMatch(term -> term.id().equals(recall.reference().id()) && term.on(day));
    }
}
