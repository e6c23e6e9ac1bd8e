package kz.bagalau.kpi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.kpi.desk.Mandate;
import kz.bagalau.kpi.part.Confidentiality;
import kz.bagalau.kpi.part.Parts;
import kz.bagalau.kpi.step.Archive;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;

/// The appeals of sheets. An appeal is a part of its sheet, so that both change together; its id is
/// that of the sheet and its number.
public final class Appeals {

    private Appeals() {}

    /// In whose list a body's sheets with appeals stand.
    static Party ofBody(String body) {
        return new Party("appealed:" + body);
    }

    public static String id(Document sheet, int number) {
        return sheet.reference().id() + "." + number;
    }

    /// The sheet that an appeal belongs to.
    public static String sheet(String appeal) {
        int dot = appeal.lastIndexOf('.');
        return dot < 0 ? "" : appeal.substring(0, dot);
    }

    public static boolean visible(
            Caller caller, Document sheet, Mandate mandate, ObjectNode appeal) {
        ObjectNode alone = Json.object();
        alone.putArray("appeals").add(appeal);
        return Confidentiality.appeal(Parts.seen(caller, sheet, alone, mandate, false));
    }

    static ObjectNode shown(Document sheet, JsonNode appeal) {
        ObjectNode shown = Json.object();
        shown.setAll((ObjectNode) appeal.deepCopy());
        shown.put("sheet", sheet.reference().id()).put("body", sheet.body());
        shown.set("employee", sheet.content().path("employee"));
        shown.set("name", sheet.content().at("/person/name"));
        return shown.put("version", sheet.version());
    }

    /// A sheet looked at through one of its appeals.
    ///
    /// @param id empty for the appeal that was filed last
    public record ThroughAppeal(SheetKind sheet, Optional<String> id) implements Kind {

        private static final Set<String> ABOUT =
                Set.of("propose", "leave", "dismiss", "court-cancel", "cancel", "decline");

        @Override
        public Flow flow() {
            return sheet.flow();
        }

        /// Only whom this very appeal is addressed to decides on it.
        @Override
        public Set<Actor> actors(Caller caller, Document document) {
            EnumSet<Actor> actors = EnumSet.noneOf(Actor.class);
            actors.addAll(sheet.actors(caller, document));
            boolean addressed =
                    appeal(document)
                            .filter(appeal ->
                                    Parts.isAddressed(caller, appeal.path("authority").asText("")))
                            .isPresent();
            boolean entered = caller.has(Role.HR, document.body()) && Archive.isEntry(document);
            if (!addressed && !entered) {
                actors.remove(Actor.CIVIL_SERVICE_BODY);
            }
            return actors;
        }

        private Optional<ObjectNode> appeal(Document document) {
            ObjectNode content = document.content();
            return id.isPresent()
                    ? SheetContent.appeal(content, id.get())
                    : SheetContent.lastAppeal(content);
        }

        @Override
        public Turn turn(Document document) {
            return sheet.turn(document);
        }

        @Override
        public ObjectNode shown(Caller caller, Document document) {
            return appeal(document)
                    .map(appeal -> shown(caller, document, appeal))
                    .orElseGet(() -> sheet.shown(caller, document));
        }

        /// Only the appeal that was filed last is decided on.
        private ObjectNode shown(Caller caller, Document document, ObjectNode appeal) {
            ObjectNode shown = Appeals.shown(document, appeal);
            boolean last =
                    SheetContent.lastAppeal(document.content()).filter(appeal::equals).isPresent();
            Heads.may(
                    shown,
                    sheet.may(actors(caller, document), document)
                            .filter(event -> last && ABOUT.contains(event)));
            return shown;
        }
    }
}
