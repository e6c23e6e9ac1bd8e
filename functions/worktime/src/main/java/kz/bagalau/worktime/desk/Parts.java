package kz.bagalau.worktime.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
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
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.flow.Actor;

/// Who is who in a document that belongs to an authority: its fields `authority` and `body`.
public final class Parts {

    public static final String AUTHORITY = "authority";
    public static final String BODY = "body";

    private Parts() {}

    public static Authority authority(Document document) {
        return authority(document.content());
    }

    static Authority authority(ObjectNode content) {
        return new Authority(content.path(AUTHORITY).asText());
    }

    /// Whether the document is of the caller's own authority, and so the caller's to change.
    public static boolean isOwn(Caller caller, Document document) {
        return Authority.of(caller).equals(Optional.of(authority(document)));
    }

    /// An analyst is the authority itself, a monitor an official of it.
    public static Set<Actor> actors(Caller caller, Document document) {
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
    public static String body(Document document) {
        return document.content().path(BODY).asText();
    }

    /// Where a document of an authority belongs, which no state body can be called: the people of
    /// the body that is monitored find neither it nor its tasks nor its audit trail in what is
    /// theirs.
    public static String place(Authority authority) {
        return authority.party().name();
    }

    /// Who lists a document of an authority.
    public static Set<Party> parties(Authority authority) {
        return Set.of(authority.party(), Desk.EVERY);
    }

    /// Who lists a document of an authority about a body.
    public static Set<Party> parties(Authority authority, String body) {
        return Set.of(authority.party(), Desk.EVERY, monitored(body));
    }

    /// Under what the documents about a body are listed.
    public static Party monitored(String body) {
        return OpenVisits.monitored(body);
    }

    /// What documents of every kind show of themselves.
    public static ObjectNode head(Document document) {
        return Json.object()
                .put("id", document.reference().id())
                .put(BODY, body(document))
                .put("state", document.state())
                .put("version", document.version());
    }

    /// Shows a moment that stands in a document; nothing where it has none.
    public static void timed(ObjectNode content, ObjectNode shown, String field) {
        if (content.has(field)) {
            shown.put(field, Times.shown(Instant.parse(content.path(field).asText())));
        }
    }
}
