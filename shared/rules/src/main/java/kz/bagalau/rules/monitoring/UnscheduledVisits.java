package kz.bagalau.rules.monitoring;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;

/// The numbers of a body's unscheduled visits in one calendar year (121 ¶11).
///
/// @param taken those of visits that are registered, under way or done; a visit that is cancelled
///   before its start has given its number back
// DOUBT: "not more than twice a year" names neither whom nor which year (W-02), read as each body
// and calendar year of the visit's date, all authorities together, because the limit protects the
// body.
public record UnscheduledVisits(Set<Integer> taken) {

    public static final int MOST = 2;

    public UnscheduledVisits {
        taken = Set.copyOf(taken);
    }

    public static Citation citation() {
        return Acts.order121("¶11");
    }

    /// The number of another one; empty where there may be none.
    public OptionalInt next() {
        return IntStream.rangeClosed(1, MOST).filter(number -> !taken.contains(number)).findFirst();
    }

    public int left() {
        return (int) IntStream.rangeClosed(1, MOST).filter(n -> !taken.contains(n)).count();
    }
}
