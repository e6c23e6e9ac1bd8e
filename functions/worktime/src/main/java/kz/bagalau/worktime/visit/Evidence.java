package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Json;
import kz.bagalau.worktime.desk.Parts;

/// What was recorded by technical means during a visit (121 ¶13), as it stands in the visit: `id`,
/// `kind`, `takenAt`, `device`, `fileName`, `type`, `bytes`, `sha256`, `by`; later `receivedAt`, or
/// `dropped` where no file came.
public final class Evidence {

    public static final String LIST = "evidence";
    public static final String DROPPED = "dropped";
    public static final String RECEIVED = "receivedAt";

    private Evidence() {}

    public static Stream<ObjectNode> of(ObjectNode visit) {
        return visit.path(LIST).valueStream().map(ObjectNode.class::cast);
    }

    public static Optional<ObjectNode> find(ObjectNode visit, String id) {
        return of(visit).filter(one -> one.path("id").asText().equals(id)).findFirst();
    }

    /// Where its file lies.
    public static String key(Document visit, String id) {
        return "visits/" + Parts.body(visit) + "/" + visit.reference().id() + "/" + id;
    }

    public static String media(ObjectNode one) {
        return EvidenceForm.Type.valueOf(one.path("type").asText()).media();
    }

    public static boolean isDropped(ObjectNode one) {
        return one.path(DROPPED).asBoolean();
    }

    static ArrayNode shown(ObjectNode visit) {
        ArrayNode shown = Json.object().putArray(LIST);
        of(visit)
                .filter(one -> !isDropped(one))
                .forEach(one -> {
                    ObjectNode json = one.deepCopy();
                    json.remove(List.of("by", "type"));
                    Parts.timed(one, json, "takenAt");
                    Parts.timed(one, json, RECEIVED);
                    shown.add(json);
                });
        return shown;
    }
}
