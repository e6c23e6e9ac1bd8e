package kz.bagalau.workmode.flexible;

import static kz.bagalau.lambda.Access.own;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.rules.workmode.Finding;
import kz.bagalau.rules.workmode.FlexibleAct;
import kz.bagalau.rules.workmode.FlexibleApplication;
import kz.bagalau.rules.workmode.FlexibleChange;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.workmode.act.ActSteps;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.application.Applications;
import kz.bagalau.workmode.desk.Findings;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkWarning;

/// Acts that set flexible time on the applications of their employees, extend it and cancel it for
/// systematic violation (No. 120, ¶17, ¶18, ¶21).
public final class FlexibleActs {

    private final WorkDesk desk;
    private final Idempotency replies;
    private final ActSteps steps;
    private final Violations violations;

    public FlexibleActs(WorkDesk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.steps = new ActSteps(desk, new FlexibleKind(desk));
        this.violations = new Violations(desk, steps, replies);
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(
                Route.post("/flexible-acts", own(Role.HEAD))
                        .reads(request ->
                                FlexibleActForm.read(
                                        request,
                                        desk.staffs().of(request.caller().body().orElseThrow()),
                                        desk.today()))
                        .keeps(replies)
                        .answers(this::set));
        routes.add(
                Route.post("/flexible-acts/{act}/extensions", own(Role.HEAD))
                        .of(steps::find)
                        .readsWith((request, act) ->
                                FlexibleStep.extension(request, act, desk.today()))
                        .answers(this::extend));
        routes.add(
                Route.post("/flexible-acts/{act}/cancel", own(Role.HEAD))
                        .of(steps::find)
                        .readsWith((request, act) ->
                                FlexibleStep.cancellation(request, act, desk.today()))
                        .answers(this::cancel));
        routes.addAll(steps.routes("/flexible-acts"));
        routes.addAll(violations.routes());
        return routes;
    }

    private Response set(
            Caller caller, Path path, FlexibleActForm form, Optional<Idempotency.Key> key) {
        String body = caller.body().orElseThrow();
        Map<String, Document> named = new HashMap<>();
        form.applications()
                .forEach(id ->
                        desk.find(Applications.KIND, id)
                                .filter(found -> found.body().equals(body))
                                .filter(found -> found.state().equals("APPROVED"))
                                .ifPresent(found -> named.put(id, found)));
        List<Finding> findings = form.act().findings(beside(body, form, named), desk.settings());
        Optional<Problem> refused = Findings.refusal(findings);
        if (refused.isPresent()) {
            return refused.get();
        }
        Map<String, String> covering = covering(form.act(), named);
        List<Problem.Error> unused =
                form.applications().stream()
                        .filter(id -> !covering.containsValue(id))
                        .map(id -> new Problem.Error("/applications", FieldProblem.NOT_ALLOWED, id))
                        .toList();
        return unused.isEmpty()
                ? steps.set(
                        caller,
                        form.asked(),
                        findings,
                        row -> row.put("application", covering.get(Rows.employee(row))),
                        key)
                : Problem.invalid(unused);
    }

    private FlexibleAct.Beside beside(
            String body, FlexibleActForm form, Map<String, Document> named) {
        Set<String> employees = new HashSet<>();
        form.act().employees().forEach(fixed -> employees.add(fixed.employee()));
        Arrangements.Sight seen = desk.arrangements().see(body, employees);
        Map<String, List<RegulatedHours>> regulated = new HashMap<>();
        Map<String, List<Term>> standing = new HashMap<>();
        for (String employee : employees) {
            regulated.put(employee, regulated(body, employee));
            standing.put(employee, seen.of(employee).flexibleBeside(""));
        }
        return new FlexibleAct.Beside(
                named.values().stream().map(Applications::application).toList(),
                regulated,
                standing);
    }

    private List<RegulatedHours> regulated(String body, String employee) {
        return desk.regimes().regulatedHours(body, employee).stream()
                .map(edition -> edition.value())
                .toList();
    }

    /// The application on which each employee's row rests.
    private static Map<String, String> covering(FlexibleAct act, Map<String, Document> named) {
        Map<String, String> covering = new HashMap<>();
        LocalDate first = act.from().orElseThrow();
        LocalDate last = act.to().orElseThrow();
        for (FlexibleAct.Fixed fixed : act.employees()) {
            named.forEach((id, document) -> {
                FlexibleApplication application = Applications.application(document);
                if (application.employee().equals(fixed.employee())
                        && application.covers(fixed.hours().orElseThrow(), first, last)) {
                    covering.putIfAbsent(fixed.employee(), id);
                }
            });
        }
        return covering;
    }

    private Response extend(Caller caller, Document seen, FlexibleStep.Extension form) {
        return steps.happen(
                caller,
                seen,
                form.employee(),
                form.asked(),
                row -> {
                    var extension =
                            new FlexibleChange.Extension(
                                    Optional.of(form.to()),
                                    form.agreement(),
                                    form.signed(),
                                    desk.arrangements()
                                            .of(seen.body(), form.employee())
                                            .flexibleBeside(seen.reference().id()),
                                    regulated(seen.body(), form.employee()));
                    List<Finding> findings =
                            extension.findings(Rows.term(seen, row), desk.settings());
                    return Findings.refusal(findings)
                            .<Decision>map(Decision.Refused::new)
                            .orElseGet(() ->
                                    steps.next(
                                            seen,
                                            form.employee(),
                                            changed -> {
                                                changed.put(Rows.STATE, Rows.EXTENDED)
                                                        .put(Rows.TO, form.to().toString());
                                                Rows.add(changed, "extensions", form.entry());
                                            },
                                            WorkWarning.of(findings)));
                });
    }

    private Response cancel(Caller caller, Document seen, FlexibleStep.Cancellation form) {
        return steps.happen(
                caller,
                seen,
                form.employee(),
                form.asked(),
                row -> {
                    List<LocalDate> confirmed = new ArrayList<>();
                    List<Problem.Error> unknown = new ArrayList<>();
                    violations
                            .confirmed(seen, form.employee(), form.violations())
                            .forEach((id, day) ->
                                    day.ifPresentOrElse(
                                            confirmed::add,
                                            () ->
                                                    unknown.add(
                                                            new Problem.Error(
                                                                    "/violations",
                                                                    FieldProblem.NOT_ALLOWED,
                                                                    id))));
                    if (!unknown.isEmpty()) {
                        return new Decision.Refused(Problem.invalid(unknown));
                    }
                    var cancellation =
                            new FlexibleChange.Cancellation(
                                    confirmed, form.lastDay(), form.signed());
                    return Findings.refusal(
                                    cancellation.findings(Rows.term(seen, row), desk.settings()))
                            .<Decision>map(Decision.Refused::new)
                            .orElseGet(() ->
                                    steps.next(
                                            seen,
                                            form.employee(),
                                            changed -> {
                                                changed.put(Rows.STATE, "CANCELLED")
                                                        .put(Rows.TO, form.lastDay().toString());
                                                changed.set("cancellation", form.entry());
                                            }));
                });
    }
}
