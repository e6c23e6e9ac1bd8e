package kz.bagalau.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.bagalau.rules.operational.fact.FactMistake;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// One value about one body in one year, with where it comes from.
///
/// @param name a name of the vocabulary, such as `survey.q1`
/// @param source which tally, or which upload, sheet and cells it comes from: `kind` and what finds
///   it again; `"provisional": true` where it is
public record Fact(String name, FactValue value, ObjectNode source) {

    /// Throws [IllegalArgumentException] for a name outside the vocabulary and a value that is not
    /// possible under it.
    public Fact {
        List<FactMistake> mistakes = Vocabulary.mistakes(name, value);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.toString());
        }
        source = source.deepCopy();
    }
}
