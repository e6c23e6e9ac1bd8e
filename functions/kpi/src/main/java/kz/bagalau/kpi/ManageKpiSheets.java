package kz.bagalau.kpi;

import static kz.bagalau.kpi.ManageKpiPlans.MEMBERS;
import static kz.bagalau.kpi.ManageKpiPlans.READERS;
import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Listed;
import kz.bagalau.cases.http.Lists;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.directory.Persons;
import kz.bagalau.forms.kpi.KpiSheetDocument;
import kz.bagalau.kpi.commission.Commissions;
import kz.bagalau.kpi.commission.Meetings;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.desk.KpiWarning;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.part.Confidentiality;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.kpi.sheet.AppealList;
import kz.bagalau.kpi.sheet.Appeals;
import kz.bagalau.kpi.sheet.SheetCheck;
import kz.bagalau.kpi.sheet.SheetContent;
import kz.bagalau.kpi.sheet.SheetForms;
import kz.bagalau.kpi.sheet.SheetKind;
import kz.bagalau.kpi.sheet.SheetOpening;
import kz.bagalau.kpi.sheet.SheetTerms;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.kpi.step.Person;
import kz.bagalau.kpi.step.Signature;
import kz.bagalau.kpi.step.StepForm;
import kz.bagalau.kpi.step.Steps;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.staff.Absence;

/// Assessment sheets: filled in and signed by the direct manager, considered by the higher manager,
/// passed to the Commission; then the notice of the result and the appeal (¶48–55, ¶67–70).
public final class ManageKpiSheets extends HttpFunction {

    private static final Access EMPLOYEE_OR_HR =
            own(Role.HR, Role.EMPLOYEE, Role.ASSESSOR, Role.COMMISSION, Role.HEAD);
    private static final Access DECIDERS = only(Role.AGENCY, Role.TERRITORIAL).orOwn(Role.HR);
    private static final Access APPEAL_READERS =
            only(Role.AGENCY, Role.TERRITORIAL)
                    .orOwn(Role.HR, Role.HEAD, Role.ASSESSOR, Role.COMMISSION, Role.EMPLOYEE);

    private final Desk desk;
    private final Idempotency replies;
    private final Meetings meetings;
    private final Commissions commissions;

    public ManageKpiSheets() {
        this(Production.desk(), DynamoIdempotency.fromEnvironment());
    }

    ManageKpiSheets(Desk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.meetings = new Meetings(desk);
        this.commissions = new Commissions(desk);
    }

    /// A sheet that its caller may see.
    private record Held(Document sheet, SheetKind kind) {}

    /// One of its appeals that its caller may see.
    private record HeldAppeal(Document sheet, SheetKind kind, ObjectNode appeal) {

        String id() {
            return appeal.path("id").asText();
        }

        boolean court() {
            return appeal.path("to").asText().equals(SheetForms.To.COURT.name());
        }
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                        Route.post("/kpi-sheets", MEMBERS)
                                .readsWith((request, _) -> opening(request))
                                .keeps(replies)
                                .answers(this::open),
                        Route.get("/kpi-sheets", MEMBERS)
                                .reads(CaseList::read)
                                .about(CaseList::body)
                                .answers(this::list),
                        Route.get("/kpi-sheets/{sheet}", READERS)
                                .of(this::seen)
                                .reads(Printed::read)
                                .answers(this::show),
                        Route.put("/kpi-sheets/{sheet}", MEMBERS)
                                .of(this::held)
                                .readsWith(form(SheetForms::filling))
                                .answers(this::fill),
                        Route.put("/kpi-sheets/{sheet}/signature", MEMBERS)
                                .of(this::held)
                                .readsWith(form(Signature::read))
                                .answers(this::sign),
                        Route.post("/kpi-sheets/{sheet}/submit", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, sheet, today) ->
                                                StepForm.read(r, sheet, submission(sheet), today)))
                                .answers(this::submit),
                        Route.post("/kpi-sheets/{sheet}/agree", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, sheet, today) ->
                                                StepForm.read(r, sheet, "agree", today)))
                                .answers(this::agree),
                        Route.post("/kpi-sheets/{sheet}/return", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, sheet, today) ->
                                                StepForm.withReason(r, sheet, "return", today)))
                                .answers(this::giveBack),
                        Route.post("/kpi-sheets/{sheet}/to-commission", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, sheet, today) ->
                                                StepForm.read(r, sheet, "to-commission", today)))
                                .answers(this::passOn),
                        Route.post("/kpi-sheets/{sheet}/inform", MEMBERS)
                                .of(this::held)
                                .readsWith(form(SheetForms::notice))
                                .answers(this::inform),
                        Route.post("/kpi-sheets/{sheet}/appeal", EMPLOYEE_OR_HR)
                                .of(this::held)
                                .readsWith(this::filing)
                                .answers(this::appeal),
                        Route.post("/kpi-sheets/{sheet}/cancellation", MEMBERS)
                                .of(this::held)
                                .readsWith(form(SheetForms::cancellation))
                                .answers(this::cancel),
                        Route.get("/appeals", APPEAL_READERS)
                                .reads(Listed::ofYear)
                                .about(Listed::body)
                                .answers(this::appeals),
                        Route.get("/appeals/{appeal}", APPEAL_READERS)
                                .of(this::seenAppeal)
                                .answers(this::showAppeal),
                        Route.post("/appeals/{appeal}/decide", DECIDERS)
                                .of(this::heldAppeal)
                                .readsWith((request, held) ->
                                        SheetForms.deciding(
                                                request, held.sheet(), desk.today(), held.court()))
                                .answers(this::decide))
                .enclosing(desk.files());
    }

    @FunctionalInterface
    private interface Form<F> {
        Input.Result<F> read(Request request, Document sheet, LocalDate today);
    }

    private <F> BiFunction<Request, Held, Input.Result<F>> form(Form<F> form) {
        return (request, held) -> form.read(request, held.sheet(), desk.today());
    }

    private Optional<Held> held(Caller caller, Path path) {
        return found(caller, path).filter(held -> held.kind().view(caller, held.sheet()).some());
    }

    private Optional<Held> seen(Caller caller, Path path) {
        return Readings.seen(
                desk.cases(),
                desk.clock(),
                caller,
                found(caller, path),
                held -> held.kind().view(caller, held.sheet()).some(),
                Held::sheet);
    }

    private Optional<Held> found(Caller caller, Path path) {
        return meetings.sheet(Printed.id(path.get("sheet")))
                .map(sheet -> held(desk, caller, sheet))
                .map(held -> new Held(current(held.sheet(), held.kind()), held.kind()));
    }

    private Held held(Desk once, Caller caller, Document sheet) {
        return new Held(sheet, new SheetKind(once.mandate(sheet), commissions.sits(caller, sheet)));
    }

    private Document current(Document sheet, SheetKind kind) {
        return SheetTerms.current(sheet, kind, desk.calendar());
    }

    private Input.Result<SheetForms.Opening> opening(Request request) {
        Input input = request.input(4096);
        String id = input.text("plan", 100);
        Optional<Document> plan =
                id.isEmpty()
                        ? Optional.empty()
                        : desk.find(Desk.PLAN, id).filter(found -> sees(request.caller(), found));
        boolean entry = plan.filter(Archive::isEntry).isPresent();
        LocalDate on = Archive.day(input, entry, desk.today());
        ObjectNode asked = Archive.asked(Json.object().put("plan", id), entry, on);
        return input.finish(() -> new SheetForms.Opening(plan, on, asked));
    }

    private boolean sees(Caller caller, Document plan) {
        return Confidentiality.plan(
                        Parts.seen(caller, plan, Json.object(), desk.mandate(plan), false),
                        plan.state())
                .some();
    }

    private Response open(
            Caller caller, Path path, SheetForms.Opening form, Optional<Idempotency.Key> key) {
        if (form.plan().isEmpty()) {
            return Response.notFound();
        }
        Document plan = form.plan().get();
        Mandate mandate = desk.mandate(plan);
        SheetKind kind = new SheetKind(mandate, false);
        Set<Actor> actors = kind.actors(caller, plan);
        if (!actors.contains(Actor.HR) && !actors.contains(Actor.DIRECT_MANAGER)) {
            return caller.refusal();
        }
        if (!plan.state().equals("APPROVED")) {
            return Problem.wrongState(plan.state());
        }
        SheetOpening opening = new SheetOpening(plan, mandate);
        if (!opening.lastedAMonth(desk.methodologies().inForce(plan.body(), desk.today()))) {
            return Problem.of(KpiProblem.NOT_LT_MONTH);
        }
        Optional<Problem> early = Archive.outOfOrder(plan, form.on(), "on");
        if (early.isPresent()) {
            return early.get();
        }
        Document draft =
                new Document(
                        new Reference(Desk.SHEET, plan.reference().id()),
                        Flows.KPI_SHEET.flow().code(),
                        plan.body(),
                        plan.period(),
                        mandate.parties(),
                        "DRAFT",
                        1,
                        opening.content(form.on()));
        return desk.events(kind).open(caller, draft, "open", form.asked(), List.of(), key);
    }

    private Response list(Caller caller, Path path, CaseList asked) {
        Desk once = desk.once();
        meetings.follow(asked.body());
        return Lists.answer(once.cases(), Desk.SHEET, "sheets", caller, asked.listed())
                .with(
                        commissions.before(caller, asked.body()).stream()
                                .flatMap(id -> meetings.sheet(id).stream())
                                .toList())
                .of(sheet ->
                        asked.wants(sheet)
                                && held(once, caller, sheet).kind().view(caller, sheet).some())
                .lines(sheet -> Shown.line(sheet, Flows.KPI_SHEET.flow()));
    }

    private Response show(Caller caller, Held held, Printed printed) {
        Readings.note(desk.cases(), desk.clock(), caller, held.sheet());
        Document sheet = held.sheet();
        return printed.language()
                .map(language ->
                        Printed.pdf(
                                sheet.reference().id(),
                                KpiSheetDocument.write(
                                        Papers.of(desk, sheet.body()).sheet(sheet), language)))
                .orElseGet(() -> Response.ok(held.kind().shown(caller, sheet)));
    }

    private Response fill(Caller caller, Held held, SheetForms.Filling form) {
        return desk.events(held.kind())
                .happen(
                        caller,
                        held.sheet(),
                        form.asked(),
                        _ ->
                                taken(
                                        held,
                                        form.on(),
                                        held.sheet().state(),
                                        content -> {
                                            SheetCheck.fill(content, form.rows());
                                            form.withoutParticipation()
                                                    .ifPresent(flag ->
                                                            content.put(
                                                                    "withoutParticipation", flag));
                                            // What was signed was another text.
                                            content.withObject("/signatures").remove("employee");
                                        }));
    }

    private Response sign(Caller caller, Held held, Signature form) {
        return form.record(
                caller,
                held.sheet(),
                held.kind().actors(caller, held.sheet()),
                desk.events(held.kind()));
    }

    /// A sheet that was once returned is submitted again (¶54).
    private static String submission(Document sheet) {
        return sheet.content().path("returned").isEmpty() ? "submit" : "resubmit";
    }

    private Response submit(Caller caller, Held held, StepForm form) {
        return desk.events(held.kind())
                .happen(caller, held.sheet(), form.asked(), _ -> submitted(caller, held, form));
    }

    private Decision submitted(Caller caller, Held held, StepForm form) {
        List<Problem.Error> errors = SheetCheck.errors(held.sheet().content());
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        return taken(
                held,
                form.on(),
                "ON_REVIEW",
                content -> {
                    content.remove("resubmitBy");
                    if (isAway(held, form.on())) {
                        content.put("withoutParticipation", true);
                    }
                    Person.signs(content, "manager", caller, held.kind().mandate(), form.on());
                },
                Json.object().set("warnings", notSigned(held.sheet().content())));
    }

    /// ¶5: who is on leave, ill, on a trip or in training is assessed without taking part.
    private static boolean isAway(Held held, LocalDate day) {
        Mandate mandate = held.kind().mandate();
        return Persons.find(mandate.staff(), mandate.employee())
                .flatMap(employee -> employee.absenceOn(day))
                .map(Absence::kind)
                .filter(kind -> kind != Absence.Kind.OTHER)
                .isPresent();
    }

    private static ArrayNode notSigned(ObjectNode content) {
        ArrayNode warnings = Json.object().putArray("warnings");
        if (!content.at("/signatures").has("employee")) {
            KpiWarning.NOT_SIGNED.addTo(warnings, "/signatures/employee");
        }
        return warnings;
    }

    private Response agree(Caller caller, Held held, StepForm form) {
        return desk.events(held.kind())
                .happen(
                        caller,
                        held.sheet(),
                        form.asked(),
                        _ ->
                                taken(
                                        held,
                                        form.on(),
                                        "SIGNED",
                                        content -> {
                                            Person.signs(
                                                    content,
                                                    "approver",
                                                    caller,
                                                    held.kind().mandate(),
                                                    form.on());
                                            desk.put(
                                                    content,
                                                    content,
                                                    "toCommissionBy",
                                                    Deadline.KPI_TO_COMMISSION,
                                                    form.on());
                                        }));
    }

    private Response giveBack(Caller caller, Held held, StepForm form) {
        return desk.events(held.kind())
                .happen(
                        caller,
                        held.sheet(),
                        form.asked(),
                        _ ->
                                taken(
                                        held,
                                        form.on(),
                                        "RETURNED",
                                        content -> {
                                            content.withArray("/returned")
                                                    .addObject()
                                                    .put("reason", form.reason().orElseThrow())
                                                    .put("on", form.on().toString())
                                                    .put("by", caller.subject());
                                            content.withObject("/signatures").remove("manager");
                                            desk.put(
                                                    content,
                                                    content,
                                                    "resubmitBy",
                                                    Deadline.KPI_RESUBMIT,
                                                    form.on());
                                        }));
    }

    private Response passOn(Caller caller, Held held, StepForm form) {
        return desk.events(held.kind())
                .happen(
                        caller,
                        held.sheet(),
                        form.asked(),
                        _ ->
                                taken(
                                        held,
                                        form.on(),
                                        "AT_COMMISSION",
                                        content -> content.put("passedOn", form.on().toString())));
    }

    private Response inform(Caller caller, Held held, SheetForms.Informing form) {
        return desk.events(held.kind())
                .happen(caller, held.sheet(), form.asked(), _ -> informed(held, form));
    }

    private Decision informed(Held held, SheetForms.Informing form) {
        ObjectNode decision = SheetContent.decision(held.sheet().content()).orElseThrow();
        String approved = decision.path("approvedOn").asText();
        if (form.on().isBefore(LocalDate.parse(approved))) {
            return new Decision.Refused(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "/sentOn", CaseProblem.OUT_OF_ORDER, approved))));
        }
        // A second notice may have been sent before what was entered last.
        LocalDate last =
                Archive.isEntry(held.sheet()) ? Archive.later(held.sheet(), form.on()) : form.on();
        ObjectNode remarks = Json.object();
        List.of("informBy", "appealBy")
                .forEach(term -> {
                    if (decision.has(term)) {
                        remarks.set(term, decision.get(term));
                    }
                });
        return taken(
                held,
                last,
                "INFORMED",
                content ->
                        SheetContent.decision(content)
                                .orElseThrow()
                                .withArray("/notices")
                                .add(form.notice()),
                remarks);
    }

    private Input.Result<SheetForms.Filing> filing(Request request, Held held) {
        Set<Actor> actors = held.kind().actors(request.caller(), held.sheet());
        boolean own = request.caller().subject().equals(held.kind().mandate().employee());
        return SheetForms.filing(
                request, held.sheet(), desk.today(), actors.contains(Actor.HR) && !own);
    }

    private Response appeal(Caller caller, Held held, SheetForms.Filing form) {
        return desk.events(new Appeals.ThroughAppeal(held.kind(), Optional.empty()))
                .happen(caller, held.sheet(), form.asked(), _ -> filed(held, form));
    }

    private Decision filed(Held held, SheetForms.Filing form) {
        ObjectNode content = held.sheet().content();
        ObjectNode decision = SheetContent.decision(content).orElseThrow();
        LocalDate decidedOn = SheetContent.decidedOn(decision);
        if (form.filedOn().isBefore(decidedOn)) {
            return new Decision.Refused(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "/filedOn",
                                            KpiProblem.BEFORE_DECISION,
                                            decidedOn.toString()))));
        }
        Optional<String> authority = Optional.empty();
        if (form.to() == SheetForms.To.AGENCY) {
            authority = Optional.of(Parts.AGENCY);
        } else if (form.to() == SheetForms.To.TERRITORIAL) {
            authority = desk.bodies().find(held.sheet().body()).flatMap(body -> body.territory());
            if (authority.isEmpty()) {
                return new Decision.Refused(
                        Problem.invalid(
                                List.of(new Problem.Error("/to", KpiProblem.NO_TERRITORY))));
            }
        }
        ObjectNode appeal = form.said().deepCopy();
        int number = content.path("appeals").size() + 1;
        appeal.put("id", Appeals.id(held.sheet(), number))
                .put("state", "FILED")
                .put("filedOn", form.filedOn().toString())
                .put("from", held.sheet().state())
                .put("inTime", inTime(content, form, decidedOn));
        authority.ifPresent(name -> appeal.put("authority", name));
        LocalDate last =
                Archive.isEntry(held.sheet())
                        ? Archive.later(held.sheet(), form.filedOn())
                        : form.filedOn();
        return taken(held, last, "APPEALED", next -> next.withArray("/appeals").add(appeal));
    }

    /// ¶69: ten working days from the decision, whenever the employee was informed. To a court the
    /// act names no term (¶70).
    private boolean inTime(ObjectNode content, SheetForms.Filing form, LocalDate decidedOn) {
        return form.to() == SheetForms.To.COURT
                || desk.due(content, Deadline.KPI_APPEAL, decidedOn)
                        .filter(form.filedOn()::isAfter)
                        .isEmpty();
    }

    private Response cancel(Caller caller, Held held, SheetForms.Cancellation form) {
        return desk.events(held.kind())
                .happen(caller, held.sheet(), form.asked(), _ -> answered(held, form));
    }

    private Decision answered(Held held, SheetForms.Cancellation form) {
        Optional<ObjectNode> proposed =
                SheetContent.lastAppeal(held.sheet().content())
                        .filter(appeal -> appeal.path("state").asText().equals("PROPOSED"));
        if (proposed.isEmpty()) {
            return new Decision.Refused(Problem.of(KpiProblem.NOT_PROPOSED));
        }
        String proposedOn = proposed.get().path("date").asText();
        if (form.order().isPresent() && form.on().isBefore(LocalDate.parse(proposedOn))) {
            return new Decision.Refused(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "/order/date", CaseProblem.OUT_OF_ORDER, proposedOn))));
        }
        return form.order()
                .map(order ->
                        newRound(held, form.on(), Json.object().set("order", order), next -> {}))
                .orElseGet(() ->
                        left(
                                held,
                                form.on(),
                                appeal ->
                                        appeal.put(
                                                "declined",
                                                form.asked().asked().path("declined").asText())));
    }

    private Optional<HeldAppeal> heldAppeal(Caller caller, Path path) {
        return foundAppeal(path).filter(held -> sees(caller, held));
    }

    private Optional<HeldAppeal> seenAppeal(Caller caller, Path path) {
        return Readings.seen(
                desk.cases(),
                desk.clock(),
                caller,
                foundAppeal(path),
                held -> sees(caller, held),
                HeldAppeal::sheet);
    }

    private static boolean sees(Caller caller, HeldAppeal held) {
        return Appeals.visible(caller, held.sheet(), held.kind().mandate(), held.appeal());
    }

    private Optional<HeldAppeal> foundAppeal(Path path) {
        String id = path.get("appeal");
        return meetings.sheet(Appeals.sheet(id))
                .flatMap(sheet ->
                        SheetContent.appeal(sheet.content(), id)
                                .map(appeal -> heldAppeal(sheet, appeal)));
    }

    private HeldAppeal heldAppeal(Document sheet, ObjectNode appeal) {
        SheetKind kind = new SheetKind(desk.mandate(sheet), false);
        return new HeldAppeal(current(sheet, kind), kind, appeal);
    }

    private Response appeals(Caller caller, Path path, Listed asked) {
        return new AppealList(desk.once(), caller, asked).answer();
    }

    private Response showAppeal(Caller caller, HeldAppeal held) {
        Readings.note(desk.cases(), desk.clock(), caller, held.sheet());
        return Response.ok(
                new Appeals.ThroughAppeal(held.kind(), Optional.of(held.id()))
                        .shown(caller, held.sheet()));
    }

    private Response decide(Caller caller, HeldAppeal held, SheetForms.Deciding form) {
        return desk.events(new Appeals.ThroughAppeal(held.kind(), Optional.of(held.id())))
                .happen(
                        caller,
                        held.sheet(),
                        form.asked(),
                        _ -> decided(new Held(held.sheet(), held.kind()), held.appeal(), form));
    }

    private Decision decided(Held held, ObjectNode appeal, SheetForms.Deciding form) {
        String state = appeal.path("state").asText();
        if (!state.equals("FILED")) {
            return new Decision.Refused(Problem.wrongState(state));
        }
        String filedOn = appeal.path("filedOn").asText();
        if (form.on().isBefore(LocalDate.parse(filedOn))) {
            return new Decision.Refused(
                    Problem.invalid(
                            List.of(
                                    new Problem.Error(
                                            "/date", CaseProblem.OUT_OF_ORDER, filedOn))));
        }
        return switch (form.outcome()) {
            case PROPOSE_REVIEW ->
                    taken(
                            held,
                            form.on(),
                            "APPEALED",
                            content -> closeAppeal(content, "PROPOSED").setAll(form.said()));
            case LEAVE -> left(held, form.on(), open -> open.setAll(form.said()));
            case CANCELLED ->
                    newRound(
                            held,
                            form.on(),
                            Json.object().set("judgment", form.said()),
                            open -> open.setAll(form.said()));
        };
    }

    /// The decision is cancelled: the sheet is before the Commission again, and the old protocol
    /// stays beside the new one.
    private Decision newRound(
            Held held, LocalDate on, ObjectNode by, Consumer<ObjectNode> outcome) {
        return taken(
                held,
                on,
                "AT_COMMISSION",
                content -> {
                    outcome.accept(closeAppeal(content, "CANCELLED"));
                    SheetContent.decision(content).orElseThrow().set("cancelled", by);
                });
    }

    /// The decision stands. What was still due when the appeal was filed is due again (¶66, ¶67).
    private Decision left(Held held, LocalDate on, Consumer<ObjectNode> outcome) {
        ObjectNode standing = held.sheet().content();
        boolean informed = SheetContent.informed(standing);
        Document meeting = meetings.meeting(standing);
        boolean approved = meeting.state().equals("APPROVED");
        String state = informed ? "CLOSED" : approved ? "APPROVED" : "DECIDED";
        return taken(
                held,
                on,
                state,
                content -> {
                    outcome.accept(closeAppeal(content, "LEFT"));
                    if (approved && !informed) {
                        Meetings.approve(desk, content, meeting);
                    }
                });
    }

    private static ObjectNode closeAppeal(ObjectNode content, String state) {
        return SheetContent.lastAppeal(content).orElseThrow().put("state", state);
    }

    private Decision taken(Held held, LocalDate on, String state, Consumer<ObjectNode> change) {
        return taken(held, on, state, change, Json.object());
    }

    private Decision taken(
            Held held,
            LocalDate on,
            String state,
            Consumer<ObjectNode> change,
            ObjectNode remarks) {
        Document sheet = held.sheet();
        ObjectNode after = sheet.content();
        change.accept(after);
        return Steps.taken(
                sheet, on, state, held.kind().parties(after, sheet.body()), change, remarks);
    }
}
