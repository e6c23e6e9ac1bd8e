package kz.bagalau.workmode.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Move;
import kz.bagalau.workmode.application.Applications;
import kz.bagalau.workmode.desk.WorkDesk;

/// Writes an act together with all that follows from it: what stands for its employees, and the
/// state of the applications that it rests on.
final class ActWriting implements CaseEvents.Writing {

    private static final String BY_ITSELF = "system";

    private final WorkDesk desk;
    private final ActKind kind;
    private final Applications applications;

    ActWriting(WorkDesk desk, ActKind kind) {
        this.desk = desk;
        this.kind = kind;
        this.applications = new Applications(desk.regimes(), desk.calendar(), desk.clock());
    }

    @Override
    public Optional<Written> write(Change change) {
        Document act = change.next();
        List<ObjectNode> rows = Rows.of(act.content());
        Arrangements.Sight seen =
                desk.arrangements().see(act.body(), rows.stream().map(Rows::employee).toList());
        List<Arrangement> next =
                rows.stream()
                        .map(row -> kind.arranged(seen.of(Rows.employee(row)), act, row))
                        .toList();
        List<Change> changes = new ArrayList<>(List.of(change));
        for (ObjectNode row : rows) {
            Optional<String> event = event(act, row);
            if (event.isPresent()) {
                Optional<Change> followed = follow(act, row, event.get(), change);
                if (followed.isEmpty()) {
                    return Optional.empty();
                }
                changes.add(followed.get());
            }
        }
        // Another act came between: what was decided is looked at again.
        return next.stream().allMatch(Arrangement::isSound)
                ? desk.arrangements().perform(changes, seen, next, kind.fixed(act))
                : Optional.empty();
    }

    /// What happens to the application of a row: an act names it, and gives it back when annulled.
    private Optional<String> event(Document act, ObjectNode row) {
        if (!row.has("application")) {
            return Optional.empty();
        }
        if (act.version() == 1) {
            return Optional.of("name");
        }
        boolean wasAnnulled =
                desk.cases()
                        .find(act.reference())
                        .flatMap(seen -> Rows.of(seen.content(), Rows.employee(row)))
                        .filter(seen -> Rows.state(seen).equals(Rows.ANNULLED))
                        .isPresent();
        return Rows.state(row).equals(Rows.ANNULLED) && !wasAnnulled
                ? Optional.of("release")
                : Optional.empty();
    }

    /// Empty where the application no longer is in the state that was seen.
    private Optional<Change> follow(Document act, ObjectNode row, String event, Change cause) {
        Optional<Document> seen = desk.find(Applications.KIND, row.path("application").asText());
        if (seen.isEmpty()
                || !(applications.flow().move(seen.get().state(), event, Set.of(Actor.SYSTEM))
                        instanceof Move.Allowed allowed)) {
            return Optional.empty();
        }
        ObjectNode content = seen.get().content();
        if (event.equals("name")) {
            content.put("act", act.reference().id());
        } else {
            content.remove("act");
        }
        Document next =
                seen.get().next(allowed.outcomes().getFirst().to(), seen.get().parties(), content);
        Act followed =
                new Act(
                        event,
                        BY_ITSELF,
                        cause.act().at(),
                        Json.object().put("act", act.reference().id()));
        return Optional.of(
                new Change(
                        next,
                        followed,
                        Turn.tasks(
                                next,
                                applications.flow(),
                                applications.turn(next),
                                desk.calendar().get())));
    }
}
