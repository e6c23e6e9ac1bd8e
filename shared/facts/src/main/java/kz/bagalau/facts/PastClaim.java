package kz.bagalau.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.rules.Audience;

/// What an origin once claimed, or that it no longer did.
///
/// @param value of the fact, or the points entered; empty where the claim was withdrawn
/// @param stamp empty for the calendar that comes with the program
/// @param basisFor as that of a [Claim]
public record PastClaim(
        String origin,
        Optional<JsonNode> value,
        ObjectNode source,
        Optional<Stamp> stamp,
        Audience basisFor) {

    /// As a reader may see it.
    public PastClaim shownTo(Audience reader) {
        return new PastClaim(
                origin, value, Claim.shownTo(reader, source, basisFor), stamp, basisFor);
    }
}
