package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How a doubtful place of the act was read, in one language.
///
/// @param compared the scores by this reading and by the others; none where it is not compared
record Reading(
        String question,
        String place,
        String inForce,
        List<String> others,
        List<Compared> compared) {

    /// @param points by the reading in force
    /// @param byOthers in the order of the other readings
    record Compared(
            String name, Optional<BigDecimal> points, List<Optional<BigDecimal>> byOthers) {}
}
