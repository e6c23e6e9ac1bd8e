package kz.bagalau.scoring.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// What became of one body in a run: as much as ranking and manifest need.
public sealed interface BodyResult {

    ListedBody body();

    /// Scored, whether or not every direction is complete.
    ///
    /// @param code digest of each module's classes by which it was scored, by the module's name
    /// @param input digest of the facts and points that were read. The Agency's only: a digest of a
    ///   small number is that number
    /// @param outputs digests of what was written, by name. The Agency's only, as `input`
    /// @param provisional whether a fact behind it may still change by itself
    record Scored(
            ListedBody body,
            SortedMap<String, String> code,
            String input,
            SortedMap<String, String> outputs,
            boolean provisional,
            List<DirectionPoints> directions)
            implements BodyResult {

        public Scored {
            code = new TreeMap<>(code);
            outputs = new TreeMap<>(outputs);
            directions = List.copyOf(directions);
        }

        /// The digest of what was written under this name, such as `kk.pdf`.
        public String output(String name) {
            return Objects.requireNonNull(outputs.get(name), name);
        }

        public boolean complete() {
            return directions.stream().allMatch(DirectionPoints::complete);
        }
    }

    /// Could not be scored however often it was tried.
    record Failed(ListedBody body, Failure reason) implements BodyResult {}

    /// Why a body failed. Nothing of its facts is in it; the engineers' logs say where.
    enum Failure {
        /// Every attempt ended in an error.
        ATTEMPTS_FAILED;

        private static final Texts TEXTS = Texts.beside(Failure.class, "failures.properties");

        public LocalText text() {
            return TEXTS.text(name());
        }
    }

    /// A direction's points.
    ///
    /// @param missing the facts, or indicators entered by hand, that it lacks
    record DirectionPoints(
            String id,
            BigDecimal points,
            BigDecimal maximum,
            boolean complete,
            List<String> missing,
            List<CriterionPoints> criteria) {

        public DirectionPoints {
            missing = List.copyOf(missing);
            criteria = List.copyOf(criteria);
        }
    }

    record CriterionPoints(String id, BigDecimal points, BigDecimal maximum) {}
}
