package kz.bagalau.worktime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.OpenVisits;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.directory.Authority;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.flow.Actor;

/// Who is who in a document that belongs to an authority: its fields `authority` and `body`.
final class Parts {

    static final String AUTHORITY = "authority";
    static final String BODY = "body";

    private Parts() {}

    static Authority authority(Document document) {
        return authority(document.content());
    }

    static Authority authority(ObjectNode content) {
        return new Authority(content.path(AUTHORITY).asText());
    }

    /// Whether the document is of the caller's own authority, and so the caller's to change.
    static boolean isOwn(Caller caller, Document document) {
        return Authority.of(caller).equals(Optional.of(authority(document)));
    }

    /// An analyst is the authority itself, a monitor an official of it.
    static Set<Actor> actors(Caller caller, Document document) {
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        if (isOwn(caller, document)) {
            if (caller.has(Role.AGENCY) || caller.has(Role.TERRITORIAL)) {
                actors.add(Actor.AUTHORITY);
            }
            if (caller.has(Role.MONITOR)) {
                actors.add(Actor.OFFICIAL);
            }
        }
        return actors;
    }

    /// The state body that a document is about.
    static String body(Document document) {
        return document.content().path(BODY).asText();
    }

    /// Where a document of an authority belongs, which no state body can be called: the people of
    /// the body that is monitored find neither it nor its tasks nor its audit trail in what is
    /// theirs.
    static String place(Authority authority) {
        return authority.party().name();
    }

    /// Who lists a document of an authority.
    static Set<Party> parties(Authority authority) {
        return Set.of(authority.party(), Desk.EVERY);
    }

    /// Who lists a document of an authority about a body.
    static Set<Party> parties(Authority authority, String body) {
        return Set.of(authority.party(), Desk.EVERY, monitored(body));
    }

    /// Under what the documents about a body are listed.
    static Party monitored(String body) {
        return OpenVisits.monitored(body);
    }

    /// What documents of every kind show of themselves.
    static ObjectNode head(Document document) {
        return Json.object()
                .put("id", document.reference().id())
                .put(BODY, body(document))
                .put("state", document.state())
                .put("version", document.version());
    }
}
