package kz.bagalau.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an indicator. Where no points can be given there is a reason instead, and never a
/// zero that could be taken for a result.
public sealed interface Outcome {

    /// Computed: points of at most 6 decimals, and how they came about.
    record Scored(BigDecimal points, BigDecimal maximum, Working working) implements Outcome {

        public Scored {
            points = Decimals.points(points);
        }

        public static Scored of(Working working, BigDecimal maximum) {
            return new Scored(working.value(), maximum, working);
        }
    }

    /// Entered by a person, because the act names the indicator but not its formula.
    ///
    /// @param document the upload that proves the basis; null in a trial that stores nothing
    record Manual(BigDecimal points, BigDecimal maximum, String basis, @Nullable String document)
            implements Outcome {

        public Manual {
            if (basis.isBlank()) {
                throw new IllegalArgumentException("points entered by hand need a basis");
            }
            if (points.signum() < 0 || points.compareTo(maximum) > 0) {
                throw new IllegalArgumentException(points + " is not within 0…" + maximum);
            }
            points = Decimals.points(points);
        }
    }

    /// Facts are missing, by name.
    record Incomplete(List<String> missing) implements Outcome {

        public Incomplete {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("incomplete, but nothing is missing");
            }
        }
    }

    /// All facts are there, but the act has no rule for them.
    record NotCalculable(Cause cause, List<String> facts) implements Outcome {

        public enum Cause {
            /// A denominator is zero, or below, and the source has no rule (spec G4).
            ZERO_DENOMINATOR
        }

        public NotCalculable {
            facts = List.copyOf(facts);
        }
    }

    /// The indicator does not concern this kind of body, or was left out by a decision.
    ///
    /// @param decision the written reason of whoever left it out, null where the act itself does
    record NotApplicable(Citation citation, @Nullable String decision) implements Outcome {

        public NotApplicable(Citation citation) {
            this(citation, null);
        }
    }
}
