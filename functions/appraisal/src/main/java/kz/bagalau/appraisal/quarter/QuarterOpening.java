package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.appraisal.desk.AppraisalProblem;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.http.CaseProblem;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.appraisal.Subject;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;

/// Opens the cases of a quarter and checks them anew until they are scored (No. 245, ¶4, ¶5, ¶17).
public final class QuarterOpening {

    private static final String OPEN = "generate";
    private static final String AGAIN = "check-again";
    private static final String SYSTEM = "system";

    private final Desk desk;

    public QuarterOpening(Desk desk) {
        this.desk = desk;
    }

    /// Opens an employee's cases of a quarter: those of the caller's body, and of a body to which
    /// the employee is sent. Answers with the first of the own body.
    public Response open(Caller caller, CaseForms.Opened form, Optional<Idempotency.Key> key) {
        Desk once = desk.once();
        String body = caller.body().orElseThrow();
        Quarter quarter = form.quarter();
        Opening opening = Opening.of(once, body);
        if (!opening.staff().knows(form.employee())) {
            return Problem.invalid(
                    List.of(
                            new Problem.Error(
                                    "/employee",
                                    AppraisalProblem.UNKNOWN_PERSON,
                                    form.employee())));
        }
        if (!quarter.hasEnded(once.today())) {
            return Problem.of(AppraisalProblem.QUARTER_OPEN, quarter.toString());
        }
        Optional<Edition<MethodologyRecord>> act = act(body, quarter);
        if (act.isEmpty()) {
            return Problem.of(AppraisalProblem.NO_METHODOLOGY, body, quarter.last().toString());
        }
        if (once.calendar().get().find(quarter.year()).isEmpty()) {
            return Problem.of(AppraisalProblem.NO_CALENDAR, Integer.toString(quarter.year()));
        }
        List<Subject> subjects = opening.subjects(form.employee(), quarter);
        if (subjects.isEmpty()) {
            return Problem.of(AppraisalProblem.NO_POSITION, form.employee());
        }
        Act opens = new Act(OPEN, caller.subject(), once.clock().instant(), form.asked());
        for (Subject other : subjects.subList(1, subjects.size())) {
            ensure(opening, opening.first(other, quarter, act.orElseThrow()), opens);
        }
        receiving(once, opening, form, opens);
        Document first = opening.first(subjects.getFirst(), quarter, act.orElseThrow());
        return answer(caller, once, opening, first, opens, key);
    }

    private Response answer(
            Caller caller,
            Desk once,
            Opening opening,
            Document first,
            Act opens,
            Optional<Idempotency.Key> key) {
        AppraisalKind kind = new AppraisalKind(once, opening.staff());
        Optional<Document> stands = once.cases().find(first.reference());
        if (stands.isPresent()) {
            Document now = again(opening, stands.get(), caller.subject());
            return Response.ok(kind.shown(caller, now));
        }
        ObjectNode shown = kind.shown(caller, first);
        var reply = key.map(kept -> kept.reply(201, Json.write(shown)));
        Change change = new Change(first, opens, kind.tasks(first), List.of(), reply);
        return switch (once.cases().perform(change)) {
            case Written.Stored _ -> Response.created(shown);
            case Written.Destroyed(var tombstone) -> CaseProblem.destroyed(tombstone);
            case Written.Again _, Written.Conflict _, Written.CarriedOut() -> new Response.Retry();
        };
    }

    /// The case of a body to which the employee is sent in the quarter (¶3): its own act decides.
    private void receiving(Desk once, Opening home, CaseForms.Opened form, Act opens) {
        Quarter quarter = form.quarter();
        Span span = Span.of(quarter.first(), quarter.last());
        List<String> receivers =
                Persons.find(home.staff(), form.employee()).stream()
                        .map(Employee::secondments)
                        .flatMap(List::stream)
                        .filter(secondment -> secondment.span().overlaps(span))
                        .map(Secondment::to)
                        .filter(to -> !to.equals(home.body()))
                        .distinct()
                        .toList();
        for (String receiver : receivers) {
            act(receiver, quarter)
                    .ifPresent(act -> {
                        Opening there = Opening.of(once, receiver);
                        there.received(form.employee(), quarter)
                                .ifPresent(subject ->
                                        ensure(there, there.first(subject, quarter, act), opens));
                    });
        }
    }

    /// By which act a quarter is assessed.
    // DOUBT: V-13 asks for the act of "the case date", read as the quarter's last day, because the
    // quarter is assessed by its results (¶4).
    public Optional<Edition<MethodologyRecord>> act(String body, Quarter quarter) {
        return desk.methodologies().inForce(body, quarter.last());
    }

    /// Opens a case, or checks the one that stands anew.
    ///
    /// @return whether something was written
    boolean ensure(Opening opening, Document first, Act opens) {
        Optional<Document> stands = desk.cases().find(first.reference());
        return stands.map(seen -> again(opening, seen, opens.by()) != seen)
                .orElseGet(() -> store(opening, first, opens));
    }

    public boolean store(Opening opening, Document first, Act opens) {
        AppraisalKind kind = new AppraisalKind(opening.desk(), opening.staff());
        Change change = new Change(first, opens, kind.tasks(first));
        return desk.cases().perform(change) instanceof Written.Stored;
    }

    public Act opensBySystem(String employee, Quarter quarter) {
        return new Act(
                OPEN,
                SYSTEM,
                desk.clock().instant(),
                new CaseForms.Opened(employee, quarter).asked());
    }

    /// Checks a case anew that is not scored. Who was quicker has checked or scored it.
    ///
    /// @return what stands
    public Document again(Opening opening, Document seen, String by) {
        if (!isOpen(seen)) {
            return seen;
        }
        Optional<Document> next = opening.again(seen);
        if (next.isEmpty()) {
            return seen;
        }
        AppraisalKind kind = new AppraisalKind(opening.desk(), opening.staff());
        Act act =
                new Act(
                        AGAIN,
                        by,
                        desk.clock().instant(),
                        Json.object().put("state", next.get().state()));
        Change change = new Change(next.get(), act, kind.tasks(next.get()));
        return switch (desk.cases().perform(change)) {
            case Written.Stored(var stored) -> stored;
            case Written.Again(var current) -> current;
            case Written.Conflict(var current) -> current;
            case Written.Destroyed _ -> seen;
            case Written.CarriedOut() -> throw new IllegalStateException("no reply was kept");
        };
    }

    /// Whether the directory still decides on a case.
    static boolean isOpen(Document appraisal) {
        return switch (appraisal.state()) {
            case "CHECKING", "NOT_ASSESSED", "WITH_ASSESSOR" -> true;
            default -> false;
        };
    }
}
