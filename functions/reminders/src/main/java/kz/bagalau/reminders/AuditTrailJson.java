package kz.bagalau.reminders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;

/// An audit trail as it is read: who did what and when, and whether it is as it was written. What
/// was asked for, and what the document says, stand in the document's own history.
final class AuditTrailJson {

    private static final List<String> TEXTS = List.of("event", "by", "at", "from", "to");

    private AuditTrailJson() {}

    /// @param after the place of the last entry that was read before; 0 for the beginning
    /// @param limit the most entries
    static ObjectNode of(AuditTrail trail, long after, int limit) {
        List<AuditTrail.Entry> rest =
                trail.entries().stream().filter(entry -> entry.place() > after).toList();
        List<AuditTrail.Entry> page = rest.subList(0, Math.min(limit, rest.size()));
        List<AuditTrail.Fault> faults = trail.faults();
        ObjectNode json =
                Json.object()
                        .put("object", trail.reference().objectId())
                        .put("intact", faults.isEmpty())
                        .put("count", trail.count())
                        .put("head", trail.head());
        var entries = json.putArray("entries");
        page.forEach(entry -> entries.add(of(entry)));
        var list = json.putArray("faults");
        faults.forEach(fault -> list.add(of(fault)));
        trail.destroyed()
                .map(AuditTrail.Destroyed::tombstone)
                .ifPresent(tombstone ->
                        json.putObject("destroyed")
                                .put("act", tombstone.act().objectId())
                                .put("number", tombstone.number())
                                .put("date", tombstone.date().toString()));
        if (page.size() < rest.size()) {
            json.put("next", Long.toString(page.getLast().place()));
        }
        return json;
    }

    static ObjectNode of(AuditTrail.Fault fault) {
        return Json.object().put("kind", fault.kind().name()).put("place", fault.place());
    }

    /// An entry that cannot be read shows its place and hash only; it is among the faults.
    private static ObjectNode of(AuditTrail.Entry entry) {
        ObjectNode json = Json.object().put("place", entry.place()).put("hash", entry.hash());
        read(entry)
                .ifPresent(written -> {
                    TEXTS.stream()
                            .filter(field -> written.path(field).isTextual())
                            .forEach(field -> json.put(field, written.path(field).textValue()));
                    if (written.path("version").isIntegralNumber()) {
                        json.put("version", written.path("version").longValue());
                    }
                });
        return json;
    }

    private static Optional<JsonNode> read(AuditTrail.Entry entry) {
        try {
            return Optional.of(Json.read(entry.text()));
        } catch (IllegalStateException e) {
            Log.failure("audit trail", e);
            return Optional.empty();
        }
    }
}
