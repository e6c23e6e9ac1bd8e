package kz.bagalau.workmode.flexible;

import static kz.bagalau.lambda.Access.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.workmode.act.ActFields;
import kz.bagalau.workmode.act.ActSteps;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// Violations of the conditions of flexible time or of discipline, as the personnel service records
/// and confirms them (No. 120, ¶21).
final class Violations {

    private final WorkDesk desk;
    private final ActSteps acts;
    private final Idempotency replies;
    private final CaseEvents events;

    Violations(WorkDesk desk, ActSteps acts, Idempotency replies) {
        this.desk = desk;
        this.acts = acts;
        this.replies = replies;
        this.events =
                new CaseEvents(desk.cases(), new ViolationKind(), desk.calendar(), desk.clock());
    }

    private enum What {
        CONDITIONS,
        DISCIPLINE
    }

    private enum Finding {
        CONFIRMED,
        REJECTED
    }

    private record Recorded(ObjectNode content) {}

    private record Looked(Finding state, Optional<String> explanation, Asked asked) {}

    List<Route> routes() {
        return List.of(
                Route.post("/flexible-acts/{act}/violations", own(Role.HR))
                        .of(acts::find)
                        .readsWith(this::recorded)
                        .keeps(replies)
                        .answers(this::record),
                Route.put("/flexible-acts/{act}/violations/{violation}", own(Role.HR))
                        .of(this::find)
                        .reads(Violations::looked)
                        .answers(this::look));
    }

    private Optional<Document> find(Caller caller, Path path) {
        return acts.find(caller, path)
                .flatMap(act ->
                        desk.find(ViolationKind.NAME, path.get("violation"))
                                .filter(violation -> isOf(violation, act)));
    }

    private static boolean isOf(Document violation, Document act) {
        return violation.content().path("act").asText().equals(act.reference().id())
                && violation.body().equals(act.body());
    }

    private Input.Result<Recorded> recorded(Request request, Document act) {
        Input input = request.input(ActFields.MAX_BYTES);
        Asked.anyVersion(input);
        String employee = ActFields.employee(input, act.content());
        LocalDate day = ActFields.past(input, "date", desk.today());
        Rows.of(act.content(), employee)
                .map(row -> Rows.term(act, row))
                .filter(term -> !term.on(day) && !input.isWrong("date"))
                .ifPresent(term ->
                        input.error(
                                "date",
                                WorkmodeProblem.LAST_DAY_OUTSIDE,
                                term.lastDay().toString()));
        What what = input.oneOf("kind", What.class, What.CONDITIONS);
        ObjectNode content =
                Json.object()
                        .put("act", act.reference().id())
                        .put(Rows.EMPLOYEE, employee)
                        .put("date", day.toString())
                        .put("kind", what.name())
                        .put("description", input.text("description", ActFields.MAX_TEXT));
        return input.finish(() -> new Recorded(content));
    }

    private Response record(
            Caller caller, Document act, Recorded form, Optional<Idempotency.Key> key) {
        Document first =
                new Document(
                        new Reference(ViolationKind.NAME, UUID.randomUUID().toString()),
                        ViolationKind.FLOW.code(),
                        act.body(),
                        act.reference().id(),
                        Set.of(Party.person(form.content().path(Rows.EMPLOYEE).asText())),
                        "OPEN",
                        1,
                        form.content());
        return events.open(caller, first, "record", form.content(), List.of(), key);
    }

    private static Input.Result<Looked> looked(Request request) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        Finding state = input.oneOf("state", Finding.class, Finding.CONFIRMED);
        Optional<String> explanation = input.optionalText("explanation", ActFields.MAX_TEXT);
        ObjectNode asked = Json.object();
        explanation.ifPresent(text -> asked.put("explanation", text));
        String event = state == Finding.CONFIRMED ? "confirm" : "reject";
        return input.finish(() -> new Looked(state, explanation, new Asked(event, version, asked)));
    }

    private Response look(Caller caller, Document seen, Looked form) {
        return events.happen(
                caller,
                seen,
                form.asked(),
                _ -> {
                    ObjectNode content = seen.content();
                    form.explanation().ifPresent(text -> content.put("explanation", text));
                    return Decision.next(seen, form.state().name(), content);
                });
    }

    /// The days of those that are confirmed, by the ids that were named; empty for one that is not
    /// a confirmed violation of the employee in this act.
    Map<String, Optional<LocalDate>> confirmed(Document act, String employee, Set<String> ids) {
        Map<String, Optional<LocalDate>> days = new LinkedHashMap<>();
        for (String id : ids) {
            days.put(
                    id,
                    desk.find(ViolationKind.NAME, id)
                            .filter(found -> isOf(found, act))
                            .filter(found -> found.state().equals(Finding.CONFIRMED.name()))
                            .map(Document::content)
                            .filter(found -> Rows.employee(found).equals(employee))
                            .map(found -> Rows.day(found, "date")));
        }
        return days;
    }
}
