package kz.bagalau.workmode.act;

import static kz.bagalau.lambda.Access.oneselfOrOwn;
import static kz.bagalau.lambda.Access.own;
import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.rules.workmode.EarlyEnd;
import kz.bagalau.rules.workmode.Finding;
import kz.bagalau.workmode.desk.Findings;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkWarning;

/// What acts of both kinds have in common: they end earlier, are annulled, acknowledged, listed,
/// read and printed.
public final class ActSteps {

    private static final int PAGE = 50;

    private final WorkDesk desk;
    private final ActKind kind;
    private final CaseEvents events;

    public ActSteps(WorkDesk desk, ActKind kind) {
        this.desk = desk;
        this.kind = kind;
        this.events =
                new CaseEvents(
                        desk.cases(),
                        new ActWriting(desk, kind),
                        kind,
                        desk.calendar(),
                        desk.clock());
    }

    public CaseEvents events() {
        return events;
    }

    ActKind kind() {
        return kind;
    }

    public List<Route> routes(String acts) {
        return List.of(
                Route.post(acts + "/{act}/end", own(Role.HEAD))
                        .of(this::find)
                        .readsWith(ActStep::end)
                        .answers(this::end),
                Route.post(acts + "/{act}/annul", own(Role.HEAD))
                        .of(this::find)
                        .readsWith(ActStep::annulment)
                        .answers(this::annul),
                Route.post(acts + "/{act}/acknowledgement", own(Role.EMPLOYEE))
                        .of(this::find)
                        .reads(ActStep::acknowledgement)
                        .answers(this::acknowledge),
                Route.get(acts, oneselfOrOwn(Role.HR, Role.HEAD))
                        .reads(ActList::read)
                        .perhapsAbout(ActList::body)
                        .answers(this::list),
                Route.get(acts + "/{act}", signedIn())
                        .of((caller, path) -> find(caller, Printed.id(path.get("act"))))
                        .reads(Printed::read)
                        .answers(this::show));
    }

    /// An act that exists for the caller.
    public Optional<Document> find(Caller caller, Path path) {
        return find(caller, path.get("act"));
    }

    private Optional<Document> find(Caller caller, String id) {
        return desk.find(kind.name(), id).filter(act -> kind.sees(caller, act));
    }

    /// Sets an act, whose rows all begin and end with it.
    ///
    /// @param findings which are warnings
    /// @param row writes into an employee's row what the kind of act gives
    public Response set(
            Caller caller,
            ObjectNode asked,
            List<Finding> findings,
            Consumer<ObjectNode> row,
            Optional<Idempotency.Key> key) {
        ObjectNode content = asked.deepCopy();
        content.set(WorkWarning.FIELD, WorkWarning.of(findings));
        for (ObjectNode one : Rows.of(content)) {
            one.put(Rows.STATE, Rows.ACTIVE)
                    .put(Rows.FROM, content.path(Rows.FROM).asText())
                    .put(Rows.TO, content.path(Rows.TO).asText());
            row.accept(one);
        }
        Document first =
                new Document(
                        new Reference(kind.name(), UUID.randomUUID().toString()),
                        kind.flow().code(),
                        caller.body().orElseThrow(),
                        content.path(Rows.FROM).asText(),
                        Set.of(),
                        Rows.ACTIVE,
                        1,
                        content);
        return events.open(caller, first, "set", asked, List.of(), key);
    }

    /// Lets an event of one employee's row happen.
    public Response happen(
            Caller caller,
            Document seen,
            String employee,
            Asked asked,
            Function<ObjectNode, Decision> decide) {
        ObjectNode row = Rows.of(seen.content(), employee).orElseThrow();
        return events.happen(caller, seen, Rows.state(row), asked, _ -> decide.apply(row));
    }

    /// The act with one row changed.
    public Decision.Next next(Document seen, String employee, Consumer<ObjectNode> change) {
        return next(seen, employee, change, Json.object().putArray("warnings"));
    }

    public Decision.Next next(
            Document seen, String employee, Consumer<ObjectNode> change, ArrayNode warnings) {
        ObjectNode content = seen.content();
        change.accept(Rows.of(content, employee).orElseThrow());
        if (!warnings.isEmpty()) {
            content.set(WorkWarning.FIELD, warnings);
        }
        return Decision.next(seen, Rows.stateOf(content), content);
    }

    private Response end(Caller caller, Document seen, ActStep.End form) {
        return happen(
                caller,
                seen,
                form.employee(),
                form.asked(),
                row ->
                        Findings.refusal(
                                        new EarlyEnd(form.lastDay()).findings(Rows.term(seen, row)))
                                .<Decision>map(Decision.Refused::new)
                                .orElseGet(() ->
                                        next(
                                                seen,
                                                form.employee(),
                                                changed -> {
                                                    changed.put(Rows.STATE, "ENDED")
                                                            .put(
                                                                    Rows.TO,
                                                                    form.lastDay().toString());
                                                    changed.set("ended", form.entry());
                                                })));
    }

    /// Of one employee, or of all for whom it is not annulled yet.
    private Response annul(Caller caller, Document seen, ActStep.Annulment form) {
        String state =
                form.employee()
                        .flatMap(employee -> Rows.of(seen.content(), employee))
                        .map(Rows::state)
                        .orElseGet(() -> Rows.stateOf(seen.content()));
        return events.happen(
                caller,
                seen,
                state,
                form.asked(),
                _ -> {
                    ObjectNode content = seen.content();
                    Rows.of(content).stream()
                            .filter(row ->
                                    form.employee().isEmpty()
                                            || form.employee().get().equals(Rows.employee(row)))
                            .filter(row -> !Rows.state(row).equals(Rows.ANNULLED))
                            .forEach(row -> {
                                row.put(Rows.STATE, Rows.ANNULLED);
                                row.set("annulled", form.entry());
                            });
                    return Decision.next(seen, Rows.stateOf(content), content);
                });
    }

    private Response acknowledge(Caller caller, Document seen, Asked asked) {
        Optional<ObjectNode> own = ActKind.row(caller, seen);
        if (own.isEmpty()) {
            return caller.refusal();
        }
        if (own.get().has("acknowledgedAt")) {
            return Response.ok(kind.shown(caller, seen));
        }
        return happen(
                caller,
                seen,
                caller.subject(),
                asked,
                _ ->
                        next(
                                seen,
                                caller.subject(),
                                row ->
                                        row.put(
                                                "acknowledgedAt",
                                                desk.clock().instant().toString())));
    }

    private Response list(Caller caller, Path path, ActList form) {
        Optional<Page<Document>> page = page(caller, form);
        if (page.isEmpty()) {
            return Listed.noPage();
        }
        ObjectNode json = Json.object();
        ArrayNode acts = json.putArray("acts");
        page.get().items().forEach(act -> acts.add(kind.summary(caller, act)));
        page.get().next().ifPresent(next -> json.put("next", next));
        return Response.ok(json);
    }

    private Optional<Page<Document>> page(Caller caller, ActList form) {
        if (form.body().isPresent()) {
            return desk.cases()
                    .ofBody(
                            kind.name(),
                            form.body().get(),
                            "",
                            new Paging(PAGE, form.cursor()),
                            act -> isIn(caller, act, form));
        }
        List<Document> own =
                caller.body().stream()
                        .map(body -> desk.arrangements().of(body, caller.subject()))
                        .flatMap(standing -> kind.acts(standing).stream())
                        .flatMap(id -> desk.find(kind.name(), id).stream())
                        .filter(act -> ActKind.row(caller, act).isPresent())
                        .filter(act -> isIn(caller, act, form))
                        .toList();
        return Optional.of(new Page<>(own, Optional.empty()));
    }

    private boolean isIn(Caller caller, Document act, ActList form) {
        return kind.sees(caller, act)
                && form.on().map(day -> kind.holds(caller, act, day)).orElse(true);
    }

    private Response show(Caller caller, Document act, Printed printed) {
        note(caller, act);
        if (printed.language().isPresent()) {
            return Printed.pdf(
                    kind.name() + "-" + act.reference().id(),
                    ActPaper.print(desk, kind, caller, act, printed.language().get()));
        }
        ObjectNode shown = kind.shown(caller, act);
        kind.addTo(shown, caller, act);
        return Response.ok(shown);
    }

    /// The own row is the employee's to read.
    private void note(Caller caller, Document act) {
        if (ActKind.ofBody(caller, act)) {
            desk.cases()
                    .note(
                            act.reference(),
                            new Act(
                                    Readings.EVENT,
                                    caller.subject(),
                                    desk.clock().instant(),
                                    Json.object()));
        }
    }
}
