package kz.bagalau.facts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All that one origin now claims about a body and year. What an earlier publication of the origin
/// claimed and this one does not is no longer claimed; it stays in the history.
///
/// @param origin who claims it: `survey:<survey>`, `exit-interviews`, `report:<form>`, `review`
/// @param facts each name once
/// @param by who brought it about: the uploader, the reviewer, or the function that counted
public record Publication(
        String body, int year, String origin, List<Fact> facts, String by, Instant at) {

    public Publication {
        facts = List.copyOf(facts);
        Set<String> names = new HashSet<>();
        for (Fact fact : facts) {
            if (!names.add(fact.name())) {
                throw new IllegalArgumentException(fact.name() + " is claimed twice");
            }
        }
        if (origin.equals(Origins.ANALYST) || origin.equals(Origins.CALENDAR)) {
            throw new IllegalArgumentException(origin + " publishes nothing");
        }
    }
}
