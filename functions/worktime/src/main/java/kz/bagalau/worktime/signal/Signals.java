package kz.bagalau.worktime.signal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.WithoutTerms;

/// Signs that a body may not keep its working time (121 ¶7).
///
/// The content of a document: `authority`, `body`, `source`, `date`, `text`, `link`, later `note`
/// and `visit`.
public final class Signals implements Kind {

    @Override
    public Flow flow() {
        return Flows.MONITORING_SIGNAL.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document signal) {
        return Parts.actors(caller, signal);
    }

    @Override
    public Turn turn(Document signal) {
        return new WithoutTerms(_ -> Optional.of(Parts.authority(signal).party()));
    }

    @Override
    public ObjectNode shown(Caller caller, Document signal) {
        return Parts.head(signal).setAll(signal.content());
    }
}
