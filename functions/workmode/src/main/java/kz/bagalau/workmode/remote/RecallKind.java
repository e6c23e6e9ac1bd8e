package kz.bagalau.workmode.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.rules.workmode.Control;
import kz.bagalau.rules.workmode.RecallTerm;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkDesk;

/// Recalls from remote or combined work (No. 120, ¶12): `act`, `employee`, `kind`, `proposedBy`,
/// `noticeSentAt`, `from`, `reason`, later `returnedOn`.
final class RecallKind implements Kind {

    static final String NAME = "recall";
    static final String NOTIFIED = "NOTIFIED";
    static final String AT_OFFICE = "AT_OFFICE";
    static final String RETURNED_ON = "returnedOn";

    private final WorkDesk desk;

    RecallKind(WorkDesk desk) {
        this.desk = desk;
    }

    @Override
    public Flow flow() {
        return Flows.RECALL.flow();
    }

    /// On its first day a recall that was notified of begins by itself.
    String state(Document recall) {
        boolean begun = !desk.today().isBefore(Rows.day(recall.content(), Rows.FROM));
        return recall.state().equals(NOTIFIED) && begun ? AT_OFFICE : recall.state();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document recall) {
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        if (caller.has(Role.HEAD, recall.body())) {
            actors.add(Actor.EMPLOYER);
        }
        if (caller.has(Role.HR, recall.body())) {
            actors.add(Actor.HR);
        }
        if (caller.has(Role.EMPLOYEE, recall.body())) {
            String employee = Rows.employee(recall.content());
            if (employee.equals(caller.subject())) {
                actors.add(Actor.EMPLOYEE);
            } else if (Control.controls(
                    desk.staffs().of(recall.body()), caller.subject(), employee, desk.today())) {
                actors.add(Actor.DIRECT_MANAGER);
            }
        }
        return actors;
    }

    boolean sees(Caller caller, Document recall) {
        return !actors(caller, recall).isEmpty();
    }

    /// What it now means for the employee; empty for a withdrawn one.
    static Optional<RecallTerm> term(Document recall) {
        ObjectNode content = recall.content();
        return recall.state().equals("WITHDRAWN")
                ? Optional.empty()
                : Optional.of(
                        new RecallTerm(
                                recall.reference().id(),
                                Rows.day(content, Rows.FROM),
                                content.has(RETURNED_ON)
                                        ? Optional.of(Rows.day(content, RETURNED_ON))
                                        : Optional.empty()));
    }

    @Override
    public Turn turn(Document recall) {
        return new Turn() {

            @Override
            public Optional<Party> owner(Step step) {
                return step.event().equals("return")
                        ? Optional.of(Party.office(Role.HEAD, recall.body()))
                        : Optional.empty();
            }

            @Override
            public LocalDate start(Deadline rule) {
                throw new IllegalStateException(rule + " is no term of a recall");
            }

            @Override
            public Optional<LocalDate> ownDay(Step step) {
                return Optional.empty();
            }
        };
    }

    @Override
    public ObjectNode shown(Caller caller, Document recall) {
        ObjectNode json = Heads.of(recall).put(Rows.STATE, state(recall));
        json.setAll(recall.content());
        return json;
    }
}
