package kz.bagalau.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// A document as it stands.
///
/// @param flow the code of the flow under which it was opened
/// @param body the state body that it belongs to; never changes
/// @param period such as `2026-Q1`; never changes
/// @param parties who finds it in their own list
/// @param version 1, 2, …; what changes it names the version that it saw
/// @param content what it says, as its capability writes it
public record Document(
        Reference reference,
        String flow,
        String body,
        String period,
        Set<Party> parties,
        String state,
        long version,
        ObjectNode content) {

    public Document {
        if (version < 1 || body.isBlank() || body.contains("#") || period.contains("#")) {
            throw new IllegalArgumentException(reference + " is no document");
        }
        parties = Set.copyOf(parties);
        content = content.deepCopy();
    }

    @Override
    public ObjectNode content() {
        return content.deepCopy();
    }

    /// The same version, with a content of which parts follow from something else, such as the
    /// calendar.
    public Document saying(ObjectNode current) {
        return new Document(reference, flow, body, period, parties, state, version, current);
    }

    /// The version after this one.
    public Document next(String nextState, Set<Party> nextParties, ObjectNode nextContent) {
        return new Document(
                reference, flow, body, period, nextParties, nextState, version + 1, nextContent);
    }
}
