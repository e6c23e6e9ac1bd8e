package kz.bagalau.kpi;

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
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.cases.http.Lists;
import kz.bagalau.cases.http.Printed;
import kz.bagalau.cases.http.Readings;
import kz.bagalau.forms.kpi.KpiImportTemplate;
import kz.bagalau.forms.kpi.WorkPlanDocument;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.kpi.desk.KpiTerms;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.desk.TenureSettings;
import kz.bagalau.kpi.imports.Importing;
import kz.bagalau.kpi.part.Confidentiality;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.kpi.part.View;
import kz.bagalau.kpi.plan.PlanCheck;
import kz.bagalau.kpi.plan.PlanForms;
import kz.bagalau.kpi.plan.PlanKind;
import kz.bagalau.kpi.step.Person;
import kz.bagalau.kpi.step.Signature;
import kz.bagalau.kpi.step.StepForm;
import kz.bagalau.kpi.step.Steps;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
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
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flows;

/// Individual work plans: five indicators, drawn up with the employee, approved by the higher
/// manager (¶43–47).
public final class ManageKpiPlans extends HttpFunction {

    /// Who may have a part in a case of their body. Which part it is, the case decides.
    static final Access MEMBERS =
            own(Role.HR, Role.HEAD, Role.ASSESSOR, Role.COMMISSION, Role.EMPLOYEE);

    /// Those, and to whom appeals go.
    static final Access READERS =
            only(Role.AGENCY, Role.TERRITORIAL)
                    .orOwn(Role.HR, Role.HEAD, Role.ASSESSOR, Role.COMMISSION, Role.EMPLOYEE);

    private final Desk desk;
    private final Idempotency replies;

    public ManageKpiPlans() {
        this(Production.desk(), DynamoIdempotency.fromEnvironment());
    }

    ManageKpiPlans(Desk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
    }

    /// @param check a dry run
    private record Upload(byte[] file, boolean check, Language language) {

        static Input.Result<Upload> read(Request request) {
            String check = request.query("check").orElse("false");
            return check.equals("true") || check.equals("false")
                    ? new Input.Accepted<>(
                            new Upload(request.bytes(), check.equals("true"), request.language()))
                    : new Input.Rejected<>(
                            Problem.invalid(
                                    List.of(
                                            new Problem.Error(
                                                    "check", FieldProblem.NOT_ALLOWED, check))));
        }
    }

    private static Input.Result<Language> language(Request request) {
        return Printed.language(request)
                .<Input.Result<Language>>map(Input.Accepted::new)
                .orElseGet(() ->
                        new Input.Rejected<>(
                                Problem.invalid(
                                        List.of(
                                                new Problem.Error(
                                                        "lang",
                                                        FieldProblem.NOT_ALLOWED,
                                                        request.query("lang").orElse(""))))));
    }

    private static Response template(Language language) {
        return new Response.File(
                FileType.XLSX.mediaType(),
                "kpi-import-" + language.code() + ".xlsx",
                KpiImportTemplate.write(language));
    }

    private Response take(Caller caller, Path path, Upload upload) {
        return new Importing(desk.once(), caller, caller.body().orElseThrow(), upload.language())
                .take(upload.file(), upload.check());
    }

    /// A plan that its caller may see.
    private record Held(Document plan, PlanKind kind) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                        Route.post("/kpi-plans", MEMBERS)
                                .reads(PlanForms::opening)
                                .keeps(replies)
                                .answers(this::open),
                        Route.get("/kpi-import.xlsx", own(Role.HR))
                                .reads(ManageKpiPlans::language)
                                .answers((_, _, language) -> template(language)),
                        Route.put("/kpi-import.xlsx", own(Role.HR))
                                .reads(Upload::read)
                                .answers(this::take),
                        Route.get("/kpi-plans", MEMBERS)
                                .reads(CaseList::read)
                                .about(CaseList::body)
                                .answers(this::list),
                        Route.get("/kpi-plans/{plan}", READERS)
                                .of(this::seen)
                                .reads(Printed::read)
                                .answers(this::show),
                        Route.put("/kpi-plans/{plan}", MEMBERS)
                                .of(this::held)
                                .readsWith(form(PlanForms::rows))
                                .answers(this::fill),
                        Route.put("/kpi-plans/{plan}/signature", MEMBERS)
                                .of(this::held)
                                .readsWith(form(Signature::read))
                                .answers(this::sign),
                        Route.post("/kpi-plans/{plan}/submit", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, plan, today) ->
                                                StepForm.read(r, plan, "submit", today)))
                                .answers(this::submit),
                        Route.post("/kpi-plans/{plan}/approve", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, plan, today) ->
                                                StepForm.read(r, plan, "approve", today)))
                                .answers(this::approve),
                        Route.post("/kpi-plans/{plan}/return", MEMBERS)
                                .of(this::held)
                                .readsWith(
                                        form((r, plan, today) ->
                                                StepForm.withReason(r, plan, "return", today)))
                                .answers(this::giveBack))
                .enclosing(desk.files());
    }

    @FunctionalInterface
    private interface Form<F> {
        Input.Result<F> read(Request request, Document plan, LocalDate today);
    }

    private <F> BiFunction<Request, Held, Input.Result<F>> form(Form<F> form) {
        return (request, held) -> form.read(request, held.plan(), desk.today());
    }

    private Optional<Held> held(Caller caller, Path path) {
        return found(path).filter(held -> view(caller, held).some());
    }

    private Optional<Held> seen(Caller caller, Path path) {
        return Readings.seen(
                desk.cases(),
                desk.clock(),
                caller,
                found(path),
                held -> view(caller, held).some(),
                Held::plan);
    }

    private Optional<Held> found(Path path) {
        return desk.find(Desk.PLAN, Printed.id(path.get("plan")))
                .map(plan -> new Held(plan, new PlanKind(desk.mandate(plan))));
    }

    private View view(Caller caller, Held held) {
        ObjectNode sheet =
                desk.find(Desk.SHEET, held.plan().reference().id())
                        .filter(found -> found.state().equals("APPEALED"))
                        .map(Document::content)
                        .orElseGet(Json::object);
        return Confidentiality.plan(
                Parts.seen(caller, held.plan(), sheet, held.kind().mandate(), false),
                held.plan().state());
    }

    private CaseEvents events(Held held) {
        return desk.events(held.kind());
    }

    private Response open(
            Caller caller, Path path, PlanForms.Opening form, Optional<Idempotency.Key> key) {
        String body = caller.body().orElseThrow();
        Mandate mandate = desk.mandate(body, form.employee());
        boolean entry = form.archive().isPresent();
        boolean may =
                mandate.isDirectManager(caller.subject())
                        || (entry
                                && caller.has(Role.HR, body)
                                && !caller.subject().equals(form.employee()));
        if (!may) {
            return caller.refusal();
        }
        if (!mandate.staff().knows(form.employee())) {
            return Problem.invalid(
                    List.of(
                            new Problem.Error(
                                    "/employee", KpiProblem.UNKNOWN_EMPLOYEE, form.employee())));
        }
        Optional<MethodologyRecord> act = desk.methodologies().inForce(body, desk.today());
        if (!entry && act.isEmpty()) {
            return Problem.of(KpiProblem.NOT_IN_FORCE, body, desk.today().toString());
        }
        PlanKind kind = new PlanKind(mandate);
        ObjectNode content = form.asked();
        content.set("person", Person.of(mandate));
        content.putArray("rows");
        act.filter(_ -> !entry)
                .ifPresent(record -> {
                    KpiTerms.TERMS.keep(content, record.settings());
                    TenureSettings.keep(content, record.settings());
                });
        Document draft =
                new Document(
                        new Reference(
                                Desk.PLAN,
                                PlanKind.id(body, form.employee(), form.from(), form.to())),
                        Flows.KPI_PLAN.flow().code(),
                        body,
                        Integer.toString(form.from().getYear()),
                        mandate.parties(),
                        "DRAFT",
                        1,
                        content);
        return desk.events(kind).open(caller, draft, "create", form.asked(), List.of(), key);
    }

    private Response list(Caller caller, Path path, CaseList asked) {
        Desk once = desk.once();
        return Lists.answer(once.cases(), Desk.PLAN, "plans", caller, asked.listed())
                .of(plan ->
                        asked.wants(plan)
                                && view(caller, new Held(plan, new PlanKind(once.mandate(plan))))
                                        .some())
                .lines(plan -> Shown.line(plan, Flows.KPI_PLAN.flow()));
    }

    private Response show(Caller caller, Held held, Printed printed) {
        Readings.note(desk.cases(), desk.clock(), caller, held.plan());
        Document plan = held.plan();
        return printed.language()
                .map(language ->
                        Printed.pdf(
                                plan.reference().id(),
                                WorkPlanDocument.write(
                                        Papers.of(desk, plan.body()).plan(plan), language)))
                .orElseGet(() -> Response.ok(held.kind().shown(caller, plan)));
    }

    private Response fill(Caller caller, Held held, PlanForms.Rows form) {
        return events(held)
                .happen(
                        caller,
                        held.plan(),
                        form.asked(),
                        _ ->
                                decided(
                                        held,
                                        form.on(),
                                        "DRAFT",
                                        content -> {
                                            content.set("rows", form.rows());
                                            // What was signed was another text.
                                            content.withObject("/signatures").remove("employee");
                                        }));
    }

    private Response sign(Caller caller, Held held, Signature form) {
        Set<Actor> actors = held.kind().actors(caller, held.plan());
        return form.record(caller, held.plan(), actors, events(held));
    }

    private Response submit(Caller caller, Held held, StepForm form) {
        return events(held)
                .happen(caller, held.plan(), form.asked(), _ -> submitted(caller, held, form.on()));
    }

    private Decision submitted(Caller caller, Held held, LocalDate on) {
        ObjectNode content = held.plan().content();
        List<Problem.Error> errors = PlanCheck.errors(content);
        if (!errors.isEmpty()) {
            return new Decision.Refused(Problem.invalid(errors));
        }
        ArrayNode warnings = PlanCheck.warnings(content);
        return decided(
                held,
                on,
                "ON_APPROVAL",
                next -> Person.signs(next, "manager", caller, held.kind().mandate(), on),
                Json.object().set("warnings", warnings));
    }

    private Response approve(Caller caller, Held held, StepForm form) {
        return events(held)
                .happen(
                        caller,
                        held.plan(),
                        form.asked(),
                        _ ->
                                decided(
                                        held,
                                        form.on(),
                                        "APPROVED",
                                        content ->
                                                Person.signs(
                                                        content,
                                                        "approver",
                                                        caller,
                                                        held.kind().mandate(),
                                                        form.on())));
    }

    private Response giveBack(Caller caller, Held held, StepForm form) {
        return events(held)
                .happen(
                        caller,
                        held.plan(),
                        form.asked(),
                        _ ->
                                decided(
                                        held,
                                        form.on(),
                                        "DRAFT",
                                        content -> {
                                            content.withArray("/returned")
                                                    .addObject()
                                                    .put("reason", form.reason().orElseThrow())
                                                    .put("on", form.on().toString())
                                                    .put("by", caller.subject());
                                            content.withObject("/signatures").remove("manager");
                                        }));
    }

    private static Decision decided(
            Held held, LocalDate on, String state, Consumer<ObjectNode> change) {
        return decided(held, on, state, change, Json.object());
    }

    private static Decision decided(
            Held held,
            LocalDate on,
            String state,
            Consumer<ObjectNode> change,
            ObjectNode remarks) {
        return Steps.taken(
                held.plan(), on, state, held.kind().mandate().parties(), change, remarks);
    }
}
