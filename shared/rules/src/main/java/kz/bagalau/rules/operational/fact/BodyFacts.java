package kz.bagalau.rules.operational.fact;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.rules.Given;

/// The facts about one body in one period, each of the vocabulary and of its type. Their order does
/// not matter. Parts greater than their whole are let through: collected facts can be in dispute,
/// and every indicator is clamped.
public final class BodyFacts {

    private final SortedMap<String, Given<FactValue>> facts = new TreeMap<>();

    /// Throws [IllegalArgumentException] for a fact outside the vocabulary, one of a wrong type,
    /// and one given twice; whoever lets people type facts asks [Vocabulary#mistakes] before.
    public BodyFacts(Collection<Given<FactValue>> given) {
        for (Given<FactValue> fact : given) {
            List<FactMistake> mistakes = Vocabulary.mistakes(fact.fact(), fact.value());
            if (!mistakes.isEmpty()) {
                throw new IllegalArgumentException(mistakes.toString());
            }
            if (facts.put(fact.fact(), fact) != null) {
                throw new IllegalArgumentException(fact.fact() + " is given twice");
            }
        }
    }

    public Optional<Given<FactValue>> find(String name) {
        if (Vocabulary.find(name).isEmpty()) {
            throw new IllegalArgumentException(name + " is not in the vocabulary");
        }
        return Optional.ofNullable(facts.get(name));
    }
}
