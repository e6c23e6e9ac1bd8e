package kz.bagalau.facts;

import java.util.List;
import kz.bagalau.rules.operational.fact.FactValue;

/// A fact as it stands.
///
/// @param claim the one that holds
/// @param others what other origins claim, in the order of origins
/// @param disputed whether another origin claims another value on which no analyst has decided
/// @param version changes with every claim of the fact; says nothing by itself
public record StandingFact(
        String name, Claim claim, List<Claim> others, boolean disputed, String version) {

    public StandingFact {
        others = List.copyOf(others);
    }

    public FactValue value() {
        return claim.value();
    }
}
