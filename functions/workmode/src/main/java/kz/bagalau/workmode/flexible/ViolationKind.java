package kz.bagalau.workmode.flexible;

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

/// Violations: `act`, `employee`, `date`, `kind`, `description`, later `explanation`. A document's
/// period is the act, by which its violations are listed.
final class ViolationKind implements Kind {

    static final String NAME = "violation";
    static final Flow FLOW = Flows.VIOLATION.flow();

    @Override
    public Flow flow() {
        return FLOW;
    }

    @Override
    public Set<Actor> actors(Caller caller, Document document) {
        return caller.has(Role.HR, document.body())
                ? EnumSet.of(Actor.HR)
                : EnumSet.noneOf(Actor.class);
    }

    @Override
    public Turn turn(Document document) {
        return new Turn() {

            @Override
            public Optional<Party> owner(Step step) {
                return Optional.of(Party.office(Role.HR, document.body()));
            }

            @Override
            public LocalDate start(Deadline rule) {
                throw new IllegalStateException(rule + " is no term of a violation");
            }

            @Override
            public Optional<LocalDate> ownDay(Step step) {
                return Optional.empty();
            }
        };
    }

    @Override
    public ObjectNode shown(Caller caller, Document document) {
        ObjectNode json = Heads.of(document);
        json.setAll(document.content());
        return json;
    }
}
