package kz.bagalau.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.operational.fact.FactValue;

/// What one origin says a fact is.
///
/// @param source as in [Fact]; for an analyst's entry its basis, document, person and time
/// @param stamp empty for the calendar that comes with the program
/// @param basisFor who may read an analyst's basis and document: where something that is the
///   Agency's only was entered with it, they may speak of that
public record Claim(
        String origin,
        FactValue value,
        ObjectNode source,
        Optional<Stamp> stamp,
        Audience basisFor) {

    private static final List<String> BASIS = List.of("basis", "document");

    /// As a reader may see it.
    Claim shownTo(Audience reader) {
        return new Claim(origin, value, shownTo(reader, source, basisFor), stamp, basisFor);
    }

    static ObjectNode shownTo(Audience reader, ObjectNode source, Audience basisFor) {
        if (reader == Audience.AGENCY || basisFor == Audience.BODY) {
            return source;
        }
        ObjectNode shown = source.deepCopy();
        shown.remove(BASIS);
        return shown;
    }
}
