package kz.bagalau.exit.counts;

import java.util.List;
import java.util.Optional;
import kz.bagalau.exit.settled.ChangeRequest;

/// The facts `exit.*`, published from counts.
public interface CountedFacts {

    /// ¶35; the Agency's only.
    ///
    /// @param any interviews with at least one negative reason
    /// @param most interviews most of whose reasons are negative
    record Negative(int any, int most) {}

    /// Publishes what now stands; the same again changes nothing.
    ///
    /// @param consented changes of the settled year's register, named in the source of each fact
    void publish(
            String body,
            int year,
            Counts counts,
            Optional<Negative> negative,
            List<ChangeRequest> consented);
}
