package kz.bagalau.worktime.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Parts;
import kz.bagalau.worktime.desk.WithoutTerms;

/// Results of monitoring that are sent to a body for response measures (121 ¶17).
///
/// The content of a document: `authority`, `body`, `from`, `to`, `visits`, `signals`, `findings`;
/// later `attachments`, `sentAt`, `answer`.
public record ResultCase(Desk desk) implements Kind {

    public static final String ATTACHMENTS = "attachments";

    @Override
    public Flow flow() {
        return Flows.MONITORING_RESULT.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document result) {
        Set<Actor> actors = Parts.actors(caller, result);
        if (isOfBody(caller, result)) {
            actors.add(Actor.STATE_BODY);
        }
        return actors;
    }

    /// Whether somebody answers for the body to which it was sent.
    static boolean isOfBody(Caller caller, Document result) {
        String body = Parts.body(result);
        return !result.state().equals("PREPARED")
                && (caller.has(Role.HR, body) || caller.has(Role.HEAD, body));
    }

    public boolean sees(Caller caller, Document result) {
        return desk.sees(caller, result) || isOfBody(caller, result);
    }

    @Override
    public Turn turn(Document result) {
        return new WithoutTerms(step -> owner(result, step));
    }

    private static Optional<Party> owner(Document result, Step step) {
        return Optional.of(
                step.event().equals("answer")
                        ? Party.office(Role.HR, Parts.body(result))
                        : Parts.authority(result).party());
    }

    @Override
    public ObjectNode shown(Caller caller, Document result) {
        ObjectNode content = result.content();
        ObjectNode shown = line(result);
        for (String field : List.of("visits", "signals", "findings")) {
            shown.set(field, content.get(field));
        }
        ArrayNode attachments = shown.putArray(ATTACHMENTS);
        content.path(ATTACHMENTS)
                .valueStream()
                .forEach(one -> {
                    ObjectNode json = one.deepCopy();
                    json.remove("type");
                    attachments.add(json);
                });
        if (content.has("answer")) {
            ObjectNode given = content.withObject("/answer");
            ObjectNode json = given.deepCopy();
            Parts.timed(given, json, "at");
            shown.set("answer", json);
        }
        return shown;
    }

    /// What lists show: no findings.
    public ObjectNode line(Document result) {
        ObjectNode content = result.content();
        ObjectNode line = Parts.head(result);
        for (String field : List.of(Parts.AUTHORITY, "from", "to")) {
            line.set(field, content.get(field));
        }
        Parts.timed(content, line, "sentAt");
        return line;
    }
}
