package kz.bagalau.worktime;

import static kz.bagalau.lambda.Access.only;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.directory.Authority;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.rules.monitoring.Recipient;
import kz.bagalau.rules.monitoring.VisitPlan;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Listed;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.WorktimeProblem;
import kz.bagalau.worktime.plan.PlanContent;
import kz.bagalau.worktime.plan.PlanForm;
import kz.bagalau.worktime.plan.PlanKind;
import kz.bagalau.worktime.signal.SignalForm;
import kz.bagalau.worktime.signal.Signals;

/// The monitoring of working time without a visit, and the plans of visits (121 ¶6 to ¶10).
public final class ManageMonitoring extends HttpFunction {

    /// The authorities, and the officials who read what their authority reads.
    static final Access READERS = only(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR);

    private static final Access AUTHORITIES = only(Role.AGENCY, Role.TERRITORIAL);

    private final Desk desk;
    private final Idempotency replies;
    private final Signals signals = new Signals();
    private final PlanKind plans;

    public ManageMonitoring() {
        this(Production.desk(), DynamoIdempotency.fromEnvironment());
    }

    ManageMonitoring(Desk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.plans = new PlanKind(desk);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.post(
                                "/signals",
                                only(Role.AGENCY, Role.TERRITORIAL, Role.MONITOR, Role.SERVICE))
                        .reads(request -> SignalForm.received(request, desk.today()))
                        .keeps(replies)
                        .answers(this::receive),
                Route.put("/signals/{signal}", READERS)
                        .of(this::signal)
                        .reads(SignalForm::handled)
                        .answers(this::handle),
                Route.get("/signals", READERS)
                        .reads(Listed.of(signals.flow())::apply)
                        .answers((caller, path, asked) ->
                                asked.answer(
                                        desk,
                                        caller,
                                        Desk.SIGNAL,
                                        "signals",
                                        signal -> signals.shown(caller, signal))),
                Route.post("/visit-plans", AUTHORITIES)
                        .reads(PlanForm::draft)
                        .keeps(replies)
                        .answers(this::draft),
                Route.put("/visit-plans/{plan}", AUTHORITIES)
                        .of(this::plan)
                        .readsWith((request, plan) ->
                                PlanForm.changed(request, plan.state().equals("APPROVED")))
                        .answers(this::change),
                Route.put("/visit-plans/{plan}/approve", AUTHORITIES)
                        .of(this::plan)
                        .reads(PlanForm::approval)
                        .answers(this::approve),
                Route.post("/visit-plans/{plan}/send", AUTHORITIES)
                        .of(this::plan)
                        .reads(PlanForm::sending)
                        .answers(this::send),
                Route.get("/visit-plans", READERS.orOwn(Role.HR, Role.HEAD))
                        .reads(Listed.of(plans.flow())::apply)
                        .perhapsAbout(Listed::body)
                        .answers(this::listPlans),
                Route.get("/visit-plans/{plan}", READERS.orOwn(Role.HR, Role.HEAD))
                        .of(this::plan)
                        .answers((caller, plan) -> Response.ok(plans.shown(caller, plan))),
                Route.get("/bodies/{body}/worktime-recipient", READERS.orOwn(Role.HR))
                        .of(this::reported)
                        .answers(this::showRecipient),
                Route.put("/bodies/{body}/worktime-recipient", only(Role.AGENCY))
                        .of(this::body)
                        .reads(RecipientForm::read)
                        .answers(this::enterRecipient));
    }

    private Optional<StateBody> body(Caller caller, Path path) {
        return desk.bodies().find(path.get("body"));
    }

    /// A body for those who read its quarterly reports.
    private Optional<StateBody> reported(Caller caller, Path path) {
        return body(caller, path)
                .filter(body -> caller.has(Role.HR, body.id()) || desk.covers(caller, body));
    }

    private Optional<Document> signal(Caller caller, Path path) {
        return desk.find(Desk.SIGNAL, path.get("signal"))
                .filter(signal -> desk.sees(caller, signal));
    }

    private Optional<Document> plan(Caller caller, Path path) {
        return desk.find(Desk.PLAN, path.get("plan")).filter(plan -> plans.sees(caller, plan));
    }

    private static Problem unknownBody(String pointer, String body) {
        return Problem.invalid(
                List.of(new Problem.Error(pointer, WorktimeProblem.UNKNOWN_BODY, body)));
    }

    private Response receive(
            Caller caller, Path path, SignalForm.Received form, Optional<Idempotency.Key> key) {
        Optional<StateBody> body = desk.bodies().find(form.body());
        if (body.isEmpty()) {
            return unknownBody("/body", form.body());
        }
        if (!caller.has(Role.SERVICE) && !desk.covers(caller, body.get())) {
            return caller.refusal();
        }
        Authority authority = desk.receiving(body.get());
        ObjectNode content = Json.object().put(Parts.AUTHORITY, authority.id());
        content.setAll(form.asked());
        Document signal =
                new Document(
                        new Reference(Desk.SIGNAL, UUID.randomUUID().toString()),
                        signals.flow().code(),
                        Parts.place(authority),
                        form.date().toString(),
                        Parts.parties(authority, form.body()),
                        "NEW",
                        1,
                        content);
        return desk.events(signals).open(caller, signal, "receive", form.asked(), List.of(), key);
    }

    private Response handle(Caller caller, Document signal, SignalForm.Handled form) {
        return desk.events(signals)
                .happen(caller, signal, form.asked(), _ -> handled(signal, form));
    }

    private Decision handled(Document signal, SignalForm.Handled form) {
        Optional<String> unknown =
                form.visit()
                        .filter(id ->
                                desk.find(Desk.VISIT, id)
                                        .filter(visit ->
                                                Parts.body(visit).equals(Parts.body(signal)))
                                        .isEmpty());
        if (unknown.isPresent()) {
            return new Decision.Refused(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "/visit",
                                            WorktimeProblem.UNKNOWN_VISIT,
                                            unknown.get()))));
        }
        ObjectNode content = signal.content();
        form.note().ifPresent(note -> content.put("note", note));
        form.visit().ifPresent(visit -> content.put("visit", visit));
        return Decision.next(signal, form.state().name(), content);
    }

    /// What keeps the bodies of a plan from being planned; empty where nothing does.
    private Optional<Problem> refused(Caller caller, PlanForm form) {
        Map<String, StateBody> bodies =
                desk.bodies().all().stream().collect(Collectors.toMap(StateBody::id, b -> b));
        List<Problem.Error> errors = new ArrayList<>();
        Set<String> others = new HashSet<>();
        for (int i = 0; i < form.items().size(); i++) {
            String id = form.items().get(i).item().body();
            StateBody body = bodies.get(id);
            if (body == null) {
                errors.add(
                        new Problem.Error(
                                "/items/" + i + "/body", WorktimeProblem.UNKNOWN_BODY, id));
            } else if (!desk.covers(caller, body)) {
                others.add(id);
            }
        }
        if (!errors.isEmpty()) {
            return Optional.of(Problem.invalid(errors));
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(caller.refusal());
    }

    private Response draft(Caller caller, Path path, PlanForm form, Optional<Idempotency.Key> key) {
        Optional<Authority> authority = Authority.of(caller);
        Optional<Problem> refused = refused(caller, form);
        if (authority.isEmpty() || refused.isPresent()) {
            return refused.orElseGet(caller::refusal);
        }
        String id = UUID.randomUUID().toString();
        ObjectNode content = Json.object().put(Parts.AUTHORITY, authority.get().id());
        PlanContent.write(content, id, form);
        Document plan =
                new Document(
                        new Reference(Desk.PLAN, id),
                        plans.flow().code(),
                        Parts.place(authority.get()),
                        Integer.toString(form.from().getYear()),
                        Parts.parties(authority.get()),
                        "DRAFT",
                        1,
                        content);
        return desk.events(plans).open(caller, plan, "draft", form.asked(), List.of(), key);
    }

    private Response change(Caller caller, Document plan, PlanForm form) {
        String event = form.act().isPresent() ? "amend" : "change";
        return desk.events(plans)
                .happen(
                        caller,
                        plan,
                        new Asked(event, form.seen(), form.asked()),
                        _ -> changed(caller, plan, form));
    }

    private Decision changed(Caller caller, Document plan, PlanForm form) {
        Optional<Problem> refused =
                refused(caller, form)
                        .or(() -> unknownItems(plan, form))
                        .or(() -> started(plan, form));
        if (refused.isPresent()) {
            return new Decision.Refused(refused.get());
        }
        ObjectNode content = plan.content();
        PlanContent.write(content, plan.reference().id(), form);
        if (form.act().isPresent()) {
            Optional<Problem> empty = empty(content);
            if (empty.isPresent()) {
                return new Decision.Refused(empty.get());
            }
            content.withArray("/amended")
                    .addObject()
                    .put("act", form.act().get())
                    .put("by", caller.subject())
                    .put("at", desk.now().toString());
        }
        return Decision.next(plan, plan.state(), content);
    }

    private static Optional<Problem> unknownItems(Document plan, PlanForm form) {
        List<Problem.Error> errors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < form.items().size(); i++) {
            Optional<String> id = form.items().get(i).id();
            if (id.isPresent()
                    && (PlanContent.item(plan.content(), id.get()).isEmpty()
                            || !named.add(id.get()))) {
                errors.add(
                        new Problem.Error(
                                "/items/" + i + "/id", WorktimeProblem.UNKNOWN_ITEM, id.get()));
            }
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    /// Items whose visit has started stay, of their body and in their quarter.
    private static Optional<Problem> started(Document plan, PlanForm form) {
        ObjectNode next = plan.content();
        PlanContent.write(next, plan.reference().id(), form);
        List<Problem.Error> errors =
                PlanContent.items(plan.content())
                        .filter(item -> item.path(PlanContent.STARTED).asBoolean())
                        .filter(item ->
                                PlanContent.item(next, item.path("id").asText())
                                        .filter(after ->
                                                after.path(PlanContent.STARTED).asBoolean())
                                        .isEmpty())
                        .map(item ->
                                new Problem.Error(
                                        "/items",
                                        WorktimeProblem.ITEM_STARTED,
                                        item.path("id").asText()))
                        .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    private Optional<Problem> empty(ObjectNode content) {
        VisitPlan plan = PlanContent.plan(content);
        List<Problem.Error> errors =
                plan.missing(plans.scope()).stream().map(PlanForm::error).toList();
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                WorktimeProblem.QUARTER_EMPTY,
                                List.of(
                                        errors.stream()
                                                .flatMap(error -> error.arguments().stream())
                                                .collect(Collectors.joining(", "))),
                                errors));
    }

    private Response approve(Caller caller, Document plan, PlanForm.Approval form) {
        return desk.events(plans)
                .happen(caller, plan, form.asked(), _ -> approved(caller, plan, form));
    }

    private Decision approved(Caller caller, Document plan, PlanForm.Approval form) {
        ObjectNode content = plan.content();
        Optional<Problem> empty = empty(content);
        if (empty.isPresent()) {
            return new Decision.Refused(empty.get());
        }
        content.withObject("/approved")
                .put("act", form.act())
                .put("by", caller.subject())
                .put("at", desk.now().toString());
        return Decision.next(plan, "APPROVED", content);
    }

    private Response send(Caller caller, Document plan, PlanForm.Sending form) {
        return desk.events(plans).happen(caller, plan, form.asked(), _ -> sent(plan, form));
    }

    private Decision sent(Document plan, PlanForm.Sending form) {
        ObjectNode content = plan.content();
        Set<String> planned =
                PlanContent.items(content)
                        .map(item -> item.path("body").asText())
                        .collect(Collectors.toSet());
        List<Problem.Error> errors =
                form.bodies().stream()
                        .filter(body -> !planned.contains(body))
                        .map(body ->
                                new Problem.Error("/bodies", WorktimeProblem.NOT_IN_PLAN, body))
                        .toList();
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        Set<Party> parties = new HashSet<>(plan.parties());
        ArrayNode sent = content.withArray("/" + PlanContent.SENT);
        for (String body : form.bodies()) {
            if (!PlanContent.isSent(content, body)) {
                sent.addObject().put("body", body).put("at", desk.now().toString());
            }
            parties.add(Party.office(Role.HR, body));
        }
        return new Decision.Next(plan.state(), parties, content, List.of(), Json.object());
    }

    /// The plans that touch a year. A body's people find those that were sent to it, with its own
    /// items.
    private Response listPlans(Caller caller, Path path, Listed asked) {
        Optional<Authority> authority = Authority.of(caller);
        Optional<Party> party =
                authority.isPresent()
                        ? authority.map(own -> own.isAgency() ? Desk.EVERY : own.party())
                        : caller.body().map(body -> Party.office(Role.HR, body));
        if (party.isEmpty()) {
            return caller.refusal();
        }
        Optional<Page<Document>> page =
                desk.cases()
                        .of(
                                party.get(),
                                Desk.PLAN,
                                "",
                                asked.paging(),
                                plan -> asked.isAskedFor(plan) && touches(plan, asked.year()));
        Function<Document, ObjectNode> line =
                authority.isPresent() ? plans::line : plan -> plans.shown(caller, plan);
        return Listed.lines(page, "plans", line);
    }

    private static boolean touches(Document plan, String year) {
        return year.isEmpty()
                || plan.content().path("from").asText().startsWith(year)
                || plan.content().path("to").asText().startsWith(year);
    }

    /// Who receives the reports, by the order or by what the Agency has entered.
    private Response showRecipient(Caller caller, StateBody body) {
        ObjectNode json = Json.object().put("body", body.id());
        Optional<Edition<Recipient.Entered>> entered =
                desk.authorities().recipients().find(body.id());
        entered.ifPresent(edition -> json.set("entered", RecipientForm.json(body.id(), edition)));
        Recipient recipient = desk.authorities().recipient(body);
        if (!(recipient instanceof Recipient.Nobody)) {
            json.put("recipient", desk.receiving(body).id());
        }
        if (entered.isPresent() && recipient.byOrder()) {
            json.put("overruled", true);
        }
        return Response.ok(json);
    }

    private Response enterRecipient(Caller caller, StateBody body, RecipientForm form) {
        Saved<Recipient.Entered> saved =
                desk.authorities()
                        .recipients()
                        .put(
                                body.id(),
                                form.entered(),
                                OptionalLong.of(form.seen().orElse(0)),
                                caller);
        return switch (saved) {
            case Saved.Kept<Recipient.Entered>(var edition) ->
                    Response.ok(RecipientForm.json(body.id(), edition));
            case Saved.Changed<Recipient.Entered> _ ->
                    desk.authorities()
                            .recipients()
                            .find(body.id())
                            .map(edition -> changed(body, edition))
                            .orElseGet(() -> Problem.of(HttpProblem.CHANGED));
        };
    }

    private static Problem changed(StateBody body, Edition<Recipient.Entered> edition) {
        return Problem.changed(RecipientForm.json(body.id(), edition));
    }
}
