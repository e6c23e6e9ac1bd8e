package kz.bagalau.exit.leavers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import kz.bagalau.lambda.Runtime;

/// How long interviews of a year are taken, from when the year is settled, and until when the
/// interviews are kept. All days are those of Almaty.
public final class Term {

    /// How long after the year of leaving an interview is kept.
    // DOUBT: the order sets no term of keeping; read as three years, as No. 245 ¶12 sets for the
    // papers of an assessment.
    private static final int YEARS_KEPT = 3;

    private Term() {}

    /// From when interviews of a year are no longer taken, and its register changes only with the
    /// consent of the Agency: the first of February after it.
    // DOUBT: the order sets no term for an interview, and counts who filled it in "in the reporting
    // period" (¶35). Read as: an interview belongs to the year of leaving and is taken until the
    // end of the January after it, so that who leaves in December can answer. There is no longer
    // term after a late announcement: a single interview that comes after the year was counted
    // would change the count by one known person.
    public static Instant settled(int year) {
        return LocalDate.of(year + 1, Month.FEBRUARY, 1).atStartOfDay(Runtime.ALMATY).toInstant();
    }

    /// From when the interviews of a year are no longer kept. What was published of them stands; it
    /// can no longer be counted again, so from then on the register of that year does not change.
    public static Instant forgotten(int year) {
        return LocalDate.of(year + YEARS_KEPT + 1, Month.JANUARY, 1)
                .atStartOfDay(Runtime.ALMATY)
                .toInstant();
    }

    /// From when Appendix 1, the report about a period, can be drawn up.
    public static Instant over(int year) {
        return LocalDate.of(year + 1, Month.JANUARY, 1).atStartOfDay(Runtime.ALMATY).toInstant();
    }
}
