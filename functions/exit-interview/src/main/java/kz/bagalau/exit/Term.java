package kz.bagalau.exit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import kz.bagalau.lambda.Runtime;

/// How long interviews of a year are taken, and from when the year is settled.
///
/// @param until the first instant after it
record Term(Instant until) {

    // DOUBT: the order sets no term for an interview, and counts who filled it in "in the reporting
    // period" (¶35). Read as: an interview belongs to the year of leaving and is taken until the
    // end of the January after it, so that who leaves in December can answer; after a late
    // announcement, for 31 days at least.
    private static final int DAYS = 31;

    /// How long after the year of leaving an interview is kept.
    // DOUBT: the order sets no term of keeping; read as three years, as No. 245 ¶12 sets for the
    // papers of an assessment.
    private static final int YEARS_KEPT = 3;

    static Term of(Announcement announcement) {
        Instant late =
                announcement
                        .announced()
                        .atZone(Runtime.ALMATY)
                        .toLocalDate()
                        .plusDays(DAYS + 1L)
                        .atStartOfDay(Runtime.ALMATY)
                        .toInstant();
        Instant ordinary = settled(announcement.year());
        return new Term(late.isAfter(ordinary) ? late : ordinary);
    }

    boolean contains(Instant now) {
        return now.isBefore(until);
    }

    /// From when what leavers of a year answered may be told as numbers that change with a single
    /// answer: whoever was announced in time can no longer add one.
    static Instant settled(int year) {
        return LocalDate.of(year + 1, Month.FEBRUARY, 1).atStartOfDay(Runtime.ALMATY).toInstant();
    }

    /// From when the interviews of a year are no longer kept. What was published of them stands; it
    /// can no longer be counted again, so from then on the register of that year does not change.
    static Instant forgotten(int year) {
        return LocalDate.of(year + YEARS_KEPT + 1, Month.JANUARY, 1)
                .atStartOfDay(Runtime.ALMATY)
                .toInstant();
    }

    /// From when Appendix 1, the report about a period, can be drawn up.
    static Instant over(int year) {
        return LocalDate.of(year + 1, Month.JANUARY, 1).atStartOfDay(Runtime.ALMATY).toInstant();
    }
}
