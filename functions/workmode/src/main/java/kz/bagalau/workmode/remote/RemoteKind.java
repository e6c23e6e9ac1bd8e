package kz.bagalau.workmode.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.FixedTimes;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.workmode.act.ActKind;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkDesk;
import kz.bagalau.workmode.desk.WorkWarning;

/// Acts that set remote or combined work (No. 120, ¶6). A row has besides the document of the
/// employee's `agreement`, and later `equipment`, `ended`, `annulled`, `acknowledgedAt`.
final class RemoteKind extends ActKind {

    static final String NAME = "remote-work";

    RemoteKind(WorkDesk desk) {
        super(desk);
    }

    @Override
    protected String name() {
        return NAME;
    }

    @Override
    public Flow flow() {
        return Flows.REMOTE_WORK.flow();
    }

    @Override
    protected Arrangement arranged(Arrangement before, Document act, ObjectNode row) {
        return before.with(act.reference().id(), term(act, row));
    }

    static RemoteTerm term(Document act, ObjectNode row) {
        ObjectNode content = act.content();
        return new RemoteTerm(
                Rows.term(act, row),
                RemoteAct.Kind.valueOf(content.path("kind").asText()),
                RemoteDaysForm.stored(content.path("remoteDays")));
    }

    // DOUBT: remote work has fixed accounting (¶9), read as the hours of the work rules, because no
    // act of remote or combined work fixes a start and an end.
    @Override
    protected Optional<FixedTimes> fixed(Document act) {
        return Optional.empty();
    }

    @Override
    protected List<String> acts(Arrangement arrangement) {
        return arrangement.remote().stream().map(Arrangement.Held::act).toList();
    }

    /// ¶8: a warning for everybody for whom no equipment is recorded.
    @Override
    protected void addTo(ObjectNode shown, Caller caller, Document act) {
        if (!ofBody(caller, act)) {
            return;
        }
        List<ObjectNode> rows = Rows.of(shown);
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode row = rows.get(i);
            if (Rows.state(row).equals(Rows.ACTIVE) && !row.has("equipment")) {
                shown.withArray("/warnings")
                        .addAll(
                                WorkWarning.shown(
                                        Json.object()
                                                .putArray(WorkWarning.FIELD)
                                                .add(
                                                        WorkWarning.EQUIPMENT_MISSING.json(
                                                                "/employees/" + i,
                                                                List.of(Rows.employee(row))))));
            }
        }
    }
}
