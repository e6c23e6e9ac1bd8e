package kz.bagalau.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Destructions;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Enclosures;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.s3.Uploads;

/// Carries out an act of destruction, document by document, in an order in which nothing that
/// stands misses what it rests on. Each step can be done again: whoever was cut short begins anew
/// and passes over what is done.
///
/// @param uploads where the files lie
record Destruction(
        Cases cases,
        Destructions destructions,
        Enclosures enclosures,
        Supplier<Uploads> uploads,
        Clock clock) {

    static final String KIND = "destruction";

    /// The act stands, and something under it may still be there.
    static final String CONFIRMED = "CONFIRMED";

    static final String DONE = "DONE";

    private static final String OBJECTS = "objects";
    private static final String OBJECT = "object";
    private static final String LEFT = "left";

    /// How often a document is looked at again that somebody changes meanwhile.
    private static final int ATTEMPTS = 20;

    Terms terms() {
        return new Terms(cases);
    }

    LocalDate today() {
        return Times.day(clock.instant());
    }

    /// Destroys what the act names and has not gone yet.
    ///
    /// @return the act as it stands then
    Document carryOut(Document act) {
        if (act.state().equals(DONE)) {
            return act;
        }
        ObjectNode content = act.content();
        ArrayNode left = Json.object().putArray(LEFT);
        for (Reference object : inOrder(content)) {
            if (!destroy(object, act)) {
                left.add(object.objectId());
            }
        }
        if (!left.isEmpty()) {
            content.set(LEFT, left);
        }
        Act finish = new Act("finish", by(act), clock.instant(), Json.object());
        cases.perform(new Change(act.next(DONE, Set.of(), content), finish, List.of()));
        return cases.find(act.reference()).orElseThrow();
    }

    private static List<Reference> inOrder(ObjectNode content) {
        return content.path(OBJECTS)
                .valueStream()
                .map(line -> Reference.ofObjectId(line.path(OBJECT).asText()).orElseThrow())
                .sorted(Comparator.comparing(object -> KeptKind.of(object.kind()).orElseThrow()))
                .toList();
    }

    private static String by(Document act) {
        return act.content().path("by").asText();
    }

    /// @return whether it is destroyed; not where it was opened again since the act was confirmed
    private boolean destroy(Reference object, Document act) {
        if (!entombed(object, act)) {
            return false;
        }
        destructions.files(object).forEach(file -> destroyFile(file, object));
        destructions.sweep(object);
        return true;
    }

    private boolean entombed(Reference object, Document act) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Document> standing = cases.find(object);
            if (standing.isEmpty()) {
                return cases.tombstone(object)
                        .filter(tombstone -> tombstone.act().equals(act.reference()))
                        .isPresent();
            }
            if (!mayGo(standing.get())) {
                return false;
            }
            Act destroys = new Act(AuditTrail.DESTROY, by(act), clock.instant(), Json.object());
            if (destructions.entomb(standing.get(), destroys, order(act))) {
                return true;
            }
        }
        throw new IllegalStateException(object + " is changed too often");
    }

    private boolean mayGo(Document document) {
        return terms().of(document).filter(term -> term.hasEnded(today())).isPresent()
                && terms().needing(document).stream()
                        .allMatch(needing -> cases.find(needing).isEmpty());
    }

    private static Destructions.Order order(Document act) {
        JsonNode paper = act.content().path("act");
        return new Destructions.Order(
                act.reference(),
                paper.path("number").asText(),
                LocalDate.parse(paper.path("date").asText()));
    }

    /// A file that another object names as well stays with that object. First nobody can name it
    /// any more, then it goes, and last what it was found by.
    private void destroyFile(String id, Reference object) {
        if (enclosures.namedBy(id).stream().allMatch(object::equals)) {
            enclosures.withdraw(id);
            uploads.get().destroy(Enclosure.key(id));
        }
        enclosures.release(id, object);
    }

    /// The act as callers read it.
    static ObjectNode shown(Document act) {
        ObjectNode json =
                Json.object()
                        .put("id", act.reference().id())
                        .put("body", act.body())
                        .put("state", act.state())
                        .put("version", act.version());
        return json.setAll(act.content());
    }
}
