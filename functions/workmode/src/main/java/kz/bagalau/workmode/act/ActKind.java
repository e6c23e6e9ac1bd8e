package kz.bagalau.workmode.act;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.FixedTimes;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkWarning;

/// An act of order 120: who is who in it, and what a caller sees. An employee sees the own row and
/// no other.
public abstract class ActKind implements Kind {

    private static final List<String> FOR_THE_BODY = List.of("applications", "warnings");

    private final WorkDesk desk;

    protected ActKind(WorkDesk desk) {
        this.desk = desk;
    }

    /// The kind of document.
    protected abstract String name();

    /// What stands for an employee after what the act now says of them.
    protected abstract Arrangement arranged(Arrangement before, Document act, ObjectNode row);

    /// The working times that the act now fixes; empty where its kind fixes none.
    protected abstract Optional<FixedTimes> fixed(Document act);

    /// The acts of this kind in what stands for an employee.
    protected abstract List<String> acts(Arrangement arrangement);

    /// What a reader of one act sees besides.
    protected abstract void addTo(ObjectNode shown, Caller caller, Document act);

    @Override
    public Set<Actor> actors(Caller caller, Document act) {
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        if (caller.has(Role.HEAD, act.body())) {
            // What both parties agree on is entered with the document of their agreement.
            actors.addAll(Set.of(Actor.AUTHORISED_PERSON, Actor.BOTH_PARTIES));
        }
        if (caller.has(Role.HR, act.body())) {
            actors.add(Actor.HR);
        }
        if (row(caller, act).isPresent()) {
            actors.add(Actor.EMPLOYEE);
        }
        return actors;
    }

    /// Whether it exists for this caller.
    boolean sees(Caller caller, Document act) {
        return !actors(caller, act).isEmpty();
    }

    /// The caller's own row. Systems have names of their own, which may be those of people.
    static Optional<ObjectNode> row(Caller caller, Document act) {
        return caller.has(Role.SERVICE) || caller.body().filter(act.body()::equals).isEmpty()
                ? Optional.empty()
                : Rows.of(act.content(), caller.subject());
    }

    protected static boolean ofBody(Caller caller, Document act) {
        return caller.has(Role.HR, act.body()) || caller.has(Role.HEAD, act.body());
    }

    @Override
    public Turn turn(Document document) {
        return new Turn() {

            @Override
            public Optional<Party> owner(Step step) {
                return Optional.empty();
            }

            @Override
            public LocalDate start(Deadline rule) {
                throw new IllegalStateException(rule + " is no term of an act");
            }

            @Override
            public Optional<LocalDate> ownDay(Step step) {
                return Optional.empty();
            }
        };
    }

    @Override
    public ObjectNode shown(Caller caller, Document act) {
        ObjectNode content = act.content();
        if (!ofBody(caller, act)) {
            content.remove(FOR_THE_BODY);
        }
        if (content.has(WorkWarning.FIELD)) {
            content.set(WorkWarning.FIELD, WorkWarning.shown(content.get(WorkWarning.FIELD)));
        }
        List<ObjectNode> rows = rows(caller, act);
        ArrayNode shown = content.putArray(Rows.EMPLOYEES);
        rows.forEach(shown::add);
        ObjectNode json = Heads.of(act);
        json.put(Rows.STATE, Rows.stateOf(content));
        json.setAll(content);
        return json;
    }

    /// What lists show: neither grounds nor places.
    ObjectNode summary(Caller caller, Document act) {
        ObjectNode content = act.content();
        ObjectNode json = Heads.of(act);
        for (String field : List.of("kind", "number", "signedOn", Rows.FROM, Rows.TO)) {
            if (content.has(field)) {
                json.set(field, content.get(field));
            }
        }
        List<ObjectNode> rows = rows(caller, act);
        ArrayNode shown = json.putArray(Rows.EMPLOYEES);
        rows.forEach(row ->
                shown.addObject()
                        .put(Rows.EMPLOYEE, Rows.employee(row))
                        .put(Rows.STATE, Rows.state(row))
                        .put(Rows.FROM, row.path(Rows.FROM).asText())
                        .put(Rows.TO, row.path(Rows.TO).asText()));
        return json.put(Rows.STATE, Rows.stateOf(json));
    }

    /// Whether it holds on a day for somebody whose row the caller sees.
    boolean holds(Caller caller, Document act, LocalDate day) {
        return rows(caller, act).stream().anyMatch(row -> Rows.term(act, row).on(day));
    }

    private List<ObjectNode> rows(Caller caller, Document act) {
        List<ObjectNode> rows =
                ofBody(caller, act) ? Rows.of(act.content()) : row(caller, act).stream().toList();
        LocalDate today = desk.today();
        rows.forEach(row -> row.put(Rows.STATE, Rows.shownState(row, today)));
        return rows;
    }
}
