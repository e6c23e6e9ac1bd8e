package kz.bagalau.workmode.remote;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.Decision;
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
import kz.bagalau.rules.workmode.Finding;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.workmode.act.ActFields;
import kz.bagalau.workmode.act.ActSteps;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.Findings;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// Acts that set remote or combined work, by agreement or in an exceptional case, until its cause
/// is removed (No. 120, ¶4–8).
public final class RemoteActs {

    private static final String CAUSE = "cause";

    private final WorkDesk desk;
    private final Idempotency replies;
    private final ActSteps steps;

    public RemoteActs(WorkDesk desk, Idempotency replies) {
        this.desk = desk;
        this.replies = replies;
        this.steps = new ActSteps(desk, new RemoteKind(desk));
    }

    private record Removal(LocalDate on, Asked asked) {}

    private record Row(Document act, String employee) {}

    private record Equipment(List<String> items, Asked asked) {}

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(
                Route.post("/remote-acts", own(Role.HEAD))
                        .reads(request ->
                                RemoteActForm.read(
                                        request,
                                        desk.staffs().of(request.caller().body().orElseThrow()),
                                        desk.today()))
                        .keeps(replies)
                        .answers(this::set));
        routes.add(
                Route.put("/remote-acts/{act}/cause-removed", own(Role.HEAD))
                        .of(steps::find)
                        .reads(RemoteActs::removal)
                        .answers(this::removeCause));
        routes.add(
                Route.put("/remote-acts/{act}/equipment/{employee}", own(Role.HR))
                        .of(this::row)
                        .readsWith(RemoteActs::equipment)
                        .answers(this::equip));
        routes.addAll(steps.routes("/remote-acts"));
        return routes;
    }

    private Response set(
            Caller caller, Path path, RemoteActForm form, Optional<Idempotency.Key> key) {
        String body = caller.body().orElseThrow();
        Set<String> employees = new HashSet<>();
        form.act().employees().forEach(worker -> employees.add(worker.employee()));
        Arrangements.Sight seen = desk.arrangements().see(body, employees);
        Map<String, List<Term>> standing = new HashMap<>();
        employees.forEach(employee -> standing.put(employee, seen.of(employee).remoteBeside("")));
        List<Finding> findings = form.act().findings(standing);
        return Findings.refusal(findings)
                .<Response>map(problem -> problem)
                .orElseGet(() ->
                        steps.set(
                                caller,
                                form.asked(),
                                findings,
                                row -> row.put(Rows.TO, lastDay(form.act()).toString()),
                                key));
    }

    private static LocalDate lastDay(RemoteAct act) {
        return RemoteAct.lastDay(
                act.to().orElseThrow(), act.cause().flatMap(RemoteAct.Cause::removed));
    }

    private static Input.Result<Removal> removal(Request request) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        LocalDate on = input.date("on");
        String document = input.text("document", 300);
        return input.finish(() ->
                new Removal(
                        on,
                        new Asked(
                                "remove-cause",
                                version,
                                Json.object().put("on", on.toString()).put("document", document))));
    }

    /// The regime ends on the day of the removal at the latest, for everybody for whom it goes on.
    private Response removeCause(Caller caller, Document seen, Removal form) {
        return steps.events()
                .happen(
                        caller,
                        seen,
                        Rows.stateOf(seen.content()),
                        form.asked(),
                        _ -> {
                            ObjectNode content = seen.content();
                            if (!content.has(CAUSE)) {
                                return refused("/on", WorkmodeProblem.CAUSE_MISSING);
                            }
                            ObjectNode cause = (ObjectNode) content.path(CAUSE);
                            LocalDate arose = Rows.day(cause, Rows.FROM);
                            if (form.on().isBefore(arose)) {
                                return refused(
                                        "/on", WorkmodeProblem.BEFORE_CAUSE, arose.toString());
                            }
                            cause.put("removedOn", form.on().toString());
                            cause.set("removal", form.asked().asked().get("document"));
                            Rows.of(content).stream()
                                    .filter(row -> Rows.state(row).equals(Rows.ACTIVE))
                                    .forEach(row -> endBy(row, form.on()));
                            return Decision.next(seen, Rows.stateOf(content), content);
                        });
    }

    private static void endBy(ObjectNode row, LocalDate removed) {
        row.put(Rows.STATE, "CAUSE_REMOVED")
                .put(
                        Rows.TO,
                        RemoteAct.lastDay(Rows.day(row, Rows.TO), Optional.of(removed)).toString());
    }

    private static Decision refused(String pointer, WorkmodeProblem code, String... arguments) {
        return new Decision.Refused(
                Problem.invalid(List.of(new Problem.Error(pointer, code, arguments))));
    }

    private Optional<Row> row(Caller caller, Path path) {
        String employee = path.get(Rows.EMPLOYEE);
        return steps.find(caller, path)
                .filter(act -> Rows.of(act.content(), employee).isPresent())
                .map(act -> new Row(act, employee));
    }

    private static Input.Result<Equipment> equipment(Request request, Row of) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        List<String> items = input.texts("items", 1, 50, 300).stream().sorted().toList();
        ObjectNode asked = Json.object().put(Rows.EMPLOYEE, of.employee());
        items.forEach(asked.putArray("items")::add);
        return input.finish(() -> new Equipment(items, new Asked("equip", version, asked)));
    }

    private Response equip(Caller caller, Row of, Equipment form) {
        return steps.happen(
                caller,
                of.act(),
                of.employee(),
                form.asked(),
                _ ->
                        steps.next(
                                of.act(),
                                of.employee(),
                                row -> {
                                    // ¶8: the employer bears the costs.
                                    ObjectNode equipment =
                                            row.putObject("equipment")
                                                    .put("costBearer", "EMPLOYER");
                                    form.items().forEach(equipment.putArray("items")::add);
                                }));
    }
}
