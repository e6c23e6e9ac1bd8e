package kz.bagalau.workmode.flexible;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.FixedTimes;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.Term;
import kz.bagalau.rules.worktime.PersonalTimes;
import kz.bagalau.workmode.act.ActKind;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkDesk;

/// Acts that set flexible time (No. 120, ¶17). A row has besides `start`, `end`, `breakFrom`,
/// `breakTo`, the `application` that it rests on, and later `extensions`, `cancellation`, `ended`,
/// `annulled`, `acknowledgedAt`.
final class FlexibleKind extends ActKind {

    static final String NAME = "flexible-time";

    private final WorkDesk desk;

    FlexibleKind(WorkDesk desk) {
        super(desk);
        this.desk = desk;
    }

    @Override
    protected String name() {
        return NAME;
    }

    @Override
    public Flow flow() {
        return Flows.FLEXIBLE_TIME.flow();
    }

    @Override
    protected Arrangement arranged(Arrangement before, Document act, ObjectNode row) {
        return before.with(
                act.reference().id(), new FlexibleTerm(Rows.term(act, row), HoursJson.read(row)));
    }

    @Override
    protected Optional<FixedTimes> fixed(Document act) {
        List<PersonalTimes> times = new ArrayList<>();
        for (ObjectNode row : Rows.of(act.content())) {
            Term term = Rows.term(act, row);
            if (!term.lastDay().isBefore(term.from())) {
                times.add(
                        new PersonalTimes(
                                Rows.employee(row),
                                term.from(),
                                term.lastDay(),
                                HoursJson.read(row).time(),
                                term.act()));
            }
        }
        return Optional.of(new FixedTimes(act.reference().id(), times));
    }

    @Override
    protected List<String> acts(Arrangement arrangement) {
        return arrangement.flexible().stream().map(Arrangement.Held::act).toList();
    }

    /// The violations that were recorded: all for the body, the own ones for an employee.
    @Override
    protected void addTo(ObjectNode shown, Caller caller, Document act) {
        boolean all = ofBody(caller, act);
        ViolationKind violations = new ViolationKind();
        ArrayNode list = shown.putArray("violations");
        desk.cases()
                .ofBody(
                        ViolationKind.NAME,
                        act.body(),
                        act.reference().id(),
                        Paging.first(Paging.MAX))
                .ifPresent(page ->
                        page.items().stream()
                                .filter(found ->
                                        all
                                                || Rows.employee(found.content())
                                                        .equals(caller.subject()))
                                .forEach(found -> list.add(violations.shown(caller, found))));
    }
}
