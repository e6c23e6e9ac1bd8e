package kz.bagalau.worktime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Json;

/// What was recorded by technical means during a visit (121 ¶13), as it stands in the visit: `id`,
/// `kind`, `takenAt`, `device`, `fileName`, `type`, `bytes`, `sha256`, `by`; later `receivedAt`, or
/// `dropped` where no file came.
final class Evidence {

    static final String LIST = "evidence";
    static final String DROPPED = "dropped";
    static final String RECEIVED = "receivedAt";

    private Evidence() {}

    static Stream<ObjectNode> of(ObjectNode visit) {
        return visit.path(LIST).valueStream().map(ObjectNode.class::cast);
    }

    static Optional<ObjectNode> find(ObjectNode visit, String id) {
        return of(visit).filter(one -> one.path("id").asText().equals(id)).findFirst();
    }

    /// Where its file lies.
    static String key(Document visit, String id) {
        return "visits/" + Parts.body(visit) + "/" + visit.reference().id() + "/" + id;
    }

    static String media(ObjectNode one) {
        return EvidenceForm.Type.valueOf(one.path("type").asText()).media();
    }

    static boolean isDropped(ObjectNode one) {
        return one.path(DROPPED).asBoolean();
    }

    static ArrayNode shown(ObjectNode visit) {
        ArrayNode shown = Json.object().putArray(LIST);
        of(visit)
                .filter(one -> !isDropped(one))
                .forEach(one -> {
                    ObjectNode json = one.deepCopy();
                    json.remove(List.of("by", "type"));
                    VisitCase.timed(one, json, "takenAt");
                    VisitCase.timed(one, json, RECEIVED);
                    shown.add(json);
                });
        return shown;
    }
}
