package kz.bagalau.rules.workmode;

import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;

/// The kinds of finding, each with the paragraph it rests on.
public enum Fault {
    /// ¶15: an application states reasons, time mode and period.
    REASONS_MISSING(Weight.INVALID, "¶15"),
    MODE_MISSING(Weight.INVALID, "¶15"),
    /// ¶6 and ¶17: what an act must contain; ¶15: and an application.
    FROM_MISSING(Weight.INVALID, "¶6, ¶15, ¶17"),
    TO_MISSING(Weight.INVALID, "¶6, ¶15, ¶17"),
    GROUND_MISSING(Weight.INVALID, "¶6, ¶17"),
    EMPLOYEES_MISSING(Weight.INVALID, "¶6, ¶17"),
    PLACE_MISSING(Weight.INVALID, "¶6"),
    WORKING_TIME_MISSING(Weight.INVALID, "¶17"),
    /// ¶4: the agreement of the parties.
    AGREEMENT_MISSING(Weight.INVALID, "¶4, ¶18"),
    /// ¶5: the exceptional case.
    CAUSE_MISSING(Weight.INVALID, "¶5"),
    REASON_MISSING(Weight.INVALID, "¶12"),
    /// An employee stands in an act twice.
    TWICE(Weight.INVALID, "¶6, ¶17"),
    TO_BEFORE_FROM(Weight.INVALID, "¶6, ¶15, ¶17"),
    /// The break does not lie within the working time.
    BREAK_OUTSIDE(Weight.INVALID, "¶17"),
    OVER_SIX_MONTHS(Weight.INVALID, "¶18"),
    BEYOND_CAUSE(Weight.INVALID, "¶5"),
    BEFORE_CAUSE(Weight.INVALID, "¶5"),
    /// Remote days outside the term, or in an act that is not of combined work.
    REMOTE_DAYS_OUTSIDE(Weight.INVALID, "¶3(1)"),
    REMOTE_DAYS_NOT_COMBINED(Weight.INVALID, "¶3(1)"),
    CHANNEL(Weight.INVALID, "¶15"),
    EXCLUDED(Weight.INVALID, "¶14"),
    NOTICE_REQUIRED(Weight.INVALID, "¶12"),
    NOTICE_TOO_LATE(Weight.INVALID, "¶12"),
    LAST_DAY_OUTSIDE(Weight.INVALID, "¶18, ¶21"),
    LAST_DAY_BEFORE_SIGNING(Weight.INVALID, "¶21"),
    /// No approved application of the employee covers mode and period.
    NO_APPLICATION(Weight.CONFLICT, "¶15"),
    OVERLAPS(Weight.CONFLICT, "¶6, ¶17"),
    NOT_SYSTEMATIC(Weight.CONFLICT, "¶21"),
    /// The act does not hold on the day that is named.
    NOT_IN_FORCE(Weight.CONFLICT, "¶12, ¶18"),
    /// The mode is shorter or longer than the daily norm.
    DURATION(Weight.WARNING, "¶19"),
    /// Without its break nothing can be said of the duration.
    DURATION_UNKNOWN(Weight.WARNING, "¶19"),
    LONG_EXTENSION(Weight.WARNING, "¶18"),
    DAILY_LIMIT(Weight.WARNING, "¶9"),
    /// The new wording of a norm is not loaded.
    TEXT_NOT_LOADED(Weight.WARNING, "¶3(5), ¶8, ¶15, ¶22");

    /// What becomes of a document with such a finding.
    public enum Weight {
        /// It is refused for what it says itself.
        INVALID,
        /// It is refused for what stands beside it.
        CONFLICT,
        /// It stands.
        WARNING
    }

    private final Weight weight;
    private final String paragraph;

    Fault(Weight weight, String paragraph) {
        this.weight = weight;
        this.paragraph = paragraph;
    }

    public Weight weight() {
        return weight;
    }

    public Citation citation() {
        return Acts.order120(paragraph);
    }
}
