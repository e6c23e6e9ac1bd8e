package kz.bagalau.reports.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kz.bagalau.reports.obligation.Obligation;

/// What a reviewer found wrong with the information about an obligation (¶24), whether or not a
/// file came.
///
/// @param points the act names none for a single violation; the reviewer enters them with a basis
/// @param withdrawn empty while it stands
public record Finding(
        String id,
        Obligation obligation,
        Kind kind,
        BigDecimal points,
        String basis,
        String by,
        Instant at,
        Optional<Withdrawal> withdrawn) {

    public enum Kind {
        /// ¶2(8): facts of incorrect information are found on re-checking.
        INCORRECT,
        /// ¶2(27): it lacks parts that the approved structure demands.
        INCOMPLETE,
        /// ¶2(28): it came later than the day set in the assessment schedule, or never.
        UNTIMELY
    }

    /// That a finding does not stand any more. It stays to be seen.
    public record Withdrawal(String basis, String by, Instant at) {}

    public boolean stands() {
        return withdrawn.isEmpty();
    }

    public Finding withdraw(Withdrawal withdrawal) {
        return new Finding(id, obligation, kind, points, basis, by, at, Optional.of(withdrawal));
    }
}
