package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.OpenVisits;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.UnscheduledVisits;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.WithoutTerms;

/// Visits (121 ¶9 to ¶15): who is who in one, whose turn it is, and what a caller sees.
///
/// The content of a document: `authority`, `body`, `kind`, `number` (of an unscheduled one), `plan`
/// and `item` (of a planned one), `date`, `ground`, `officials`, `invited`, `warnings`; later
/// `startedAt`, `finishedAt`, `cancelled`, `explanations`, `evidence`, `acts` (their ids), and
/// `sent` (the result in which it was sent).
public record VisitCase(Desk desk) implements Kind {

    @Override
    public Flow flow() {
        return Flows.VISIT.flow();
    }

    /// Whoever acts for the authority registers, changes and cancels; the rest is its officials'
    /// own, which the routes ask for.
    @Override
    public Set<Actor> actors(Caller caller, Document visit) {
        return Parts.isOwn(caller, visit)
                ? EnumSet.of(Actor.OFFICIAL)
                : EnumSet.noneOf(Actor.class);
    }

    /// Whether somebody is an official of this visit.
    public static boolean isOfficial(Caller caller, Document visit) {
        return OpenVisits.isOfficial(caller, visit);
    }

    @Override
    public Turn turn(Document visit) {
        return new WithoutTerms(_ -> Optional.of(Parts.authority(visit).party()));
    }

    static int year(Document visit) {
        return LocalDate.parse(visit.content().path("date").asText()).getYear();
    }

    @Override
    public ObjectNode shown(Caller caller, Document visit) {
        return shown(visit, visit.content());
    }

    /// The same with what is known besides of the files that have come.
    public ObjectNode shown(Document visit, ObjectNode content) {
        ObjectNode shown = line(visit);
        shown.put("unscheduledLeft", left(visit, content));
        for (String field : List.of("ground", "officials", "invited")) {
            if (content.has(field)) {
                shown.set(field, content.get(field));
            }
        }
        shown.set("warnings", WorktimeWarning.shown(content.path("warnings")));
        Parts.timed(content, shown, "startedAt");
        Parts.timed(content, shown, "finishedAt");
        shown.set("explanations", explanations(content));
        shown.set("evidence", Evidence.shown(content));
        shown.set(
                "acts",
                content.path("acts").isArray()
                        ? content.get("acts")
                        : Json.object().putArray("acts"));
        if (content.has("cancelled")) {
            shown.put("cancelled", content.at("/cancelled/reason").asText());
        }
        if (content.has("sent")) {
            shown.put("result", content.at("/sent/result").asText());
        }
        return shown;
    }

    /// A visit that is being registered has its number already.
    private int left(Document visit, ObjectNode content) {
        Set<Integer> taken =
                new HashSet<>(Numbers.of(desk, Parts.body(visit), year(visit)).visits().keySet());
        if (content.has("number") && !visit.state().equals("CANCELLED")) {
            taken.add(content.path("number").asInt());
        }
        return new UnscheduledVisits(taken).left();
    }

    /// What lists show: nothing about persons.
    public ObjectNode line(Document visit) {
        ObjectNode content = visit.content();
        ObjectNode line = Parts.head(visit);
        for (String field : List.of(Parts.AUTHORITY, "kind", "number", "item", "date")) {
            if (content.has(field)) {
                line.set(field, content.get(field));
            }
        }
        return line;
    }

    private static ArrayNode explanations(ObjectNode content) {
        ArrayNode shown = Json.object().putArray("explanations");
        content.path("explanations")
                .valueStream()
                .forEach(one -> {
                    ObjectNode json = one.deepCopy();
                    Parts.timed((ObjectNode) one, json, "requestedAt");
                    Parts.timed((ObjectNode) one, json, "receivedAt");
                    boolean given = one.has("text") || one.has("receivedAt");
                    shown.add(json.put("state", given ? "RECEIVED" : "NONE"));
                });
        return shown;
    }
}
