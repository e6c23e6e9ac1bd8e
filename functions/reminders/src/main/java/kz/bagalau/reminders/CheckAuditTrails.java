package kz.bagalau.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.cases.AuditTrail;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Tombstone;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.lambda.Log;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import org.jspecify.annotations.Nullable;

/// For an operator: checks the audit trail of one document, `{"object"}`, or those of all documents
/// of a body, `{"body"}`, a page at a call: the answer's `next` is the next call's `cursor`.
/// Answers `{"checked","faults":[{"object","kind","place"}],"destroyed":[{"object","act","number",
/// "date"}],"next"?}`: what was destroyed is no fault, and is named with its act. Throws
/// [IllegalArgumentException] for an input that is not understood.
public final class CheckAuditTrails
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// As many as can be read in the time that the function has.
    private static final int PAGE = 50;

    private static final String OBJECT = "object";
    private static final String BODY = "body";
    private static final String CURSOR = "cursor";

    private final Cases cases;
    private final List<String> kinds;

    public CheckAuditTrails() {
        this(
                DynamoCases.fromEnvironment(),
                Stream.concat(
                                Arrays.stream(Flows.values()).map(Flows::flow).map(Flow::code),
                                Stream.of("unscheduled-visits", "destruction"))
                        .toList());
    }

    /// @param kinds of documents, in the order in which they are checked
    CheckAuditTrails(Cases cases, List<String> kinds) {
        this.cases = cases;
        this.kinds = kinds;
    }

    /// What is checked in one call.
    ///
    /// @param next the cursor of the call after this one; empty where this is the last
    private record Part(List<Reference> references, Optional<String> next) {}

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Part part = part(event);
        List<Map<String, Object>> faults = new ArrayList<>();
        List<Map<String, Object>> destroyed = new ArrayList<>();
        for (Reference reference : part.references()) {
            AuditTrail trail = cases.trail(reference);
            trail.faults().forEach(fault -> faults.add(fault(reference, fault)));
            trail.destroyed()
                    .map(AuditTrail.Destroyed::tombstone)
                    .ifPresent(tombstone -> destroyed.add(destroyed(tombstone)));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("checked", part.references().size());
        answer.put("faults", faults);
        answer.put("destroyed", destroyed);
        part.next().ifPresent(next -> answer.put("next", next));
        return answer;
    }

    private static Map<String, Object> fault(Reference reference, AuditTrail.Fault fault) {
        Log.event(
                "audit_trail_fault",
                Map.of(OBJECT, reference.objectId(), "kind", fault.kind().name()));
        return Map.of(
                OBJECT, reference.objectId(), "kind", fault.kind().name(), "place", fault.place());
    }

    private static Map<String, Object> destroyed(Tombstone tombstone) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(OBJECT, tombstone.reference().objectId());
        line.put("act", tombstone.act().objectId());
        line.put("number", tombstone.number());
        line.put("date", tombstone.date().toString());
        return line;
    }

    private Part part(Map<String, Object> event) {
        for (String key : event.keySet()) {
            if (!Set.of(OBJECT, BODY, CURSOR).contains(key)) {
                throw notUnderstood(key, event.get(key));
            }
        }
        Optional<String> object = text(event, OBJECT);
        Optional<String> body = text(event, BODY);
        if (object.isPresent() == body.isPresent()) {
            throw new IllegalArgumentException("either object or body is to be named");
        }
        return object.map(CheckAuditTrails::one)
                .orElseGet(() ->
                        page(
                                body.orElseThrow(),
                                text(event, CURSOR).orElse(kinds.getFirst() + ".")));
    }

    private static Optional<String> text(Map<String, Object> event, String field) {
        return Optional.ofNullable(event.get(field)).map(Object::toString);
    }

    private static Part one(String object) {
        return Reference.ofObjectId(object)
                .map(reference -> new Part(List.of(reference), Optional.empty()))
                .orElseThrow(() -> notUnderstood(OBJECT, object));
    }

    /// @param cursor `<kind>.<cursor of the list>`; the list of a kind begins without one
    private Part page(String body, String cursor) {
        int end = cursor.indexOf('.');
        int place = end < 0 ? -1 : kinds.indexOf(cursor.substring(0, end));
        if (place < 0) {
            throw notUnderstood(CURSOR, cursor);
        }
        List<Reference> references = new ArrayList<>();
        Optional<String> within =
                Optional.of(cursor.substring(end + 1)).filter(at -> !at.isEmpty());
        for (int kind = place; kind < kinds.size(); kind++) {
            Paging paging = new Paging(PAGE - references.size(), within);
            Page<Reference> page =
                    cases.listed(kinds.get(kind), body, paging)
                            .orElseThrow(() -> notUnderstood(CURSOR, cursor));
            references.addAll(page.items());
            if (page.next().isPresent()) {
                return new Part(references, Optional.of(kinds.get(kind) + "." + page.next().get()));
            }
            if (references.size() == PAGE && kind + 1 < kinds.size()) {
                return new Part(references, Optional.of(kinds.get(kind + 1) + "."));
            }
            within = Optional.empty();
        }
        return new Part(references, Optional.empty());
    }

    private static IllegalArgumentException notUnderstood(String field, @Nullable Object value) {
        return new IllegalArgumentException(field + " is not understood: " + value);
    }
}
