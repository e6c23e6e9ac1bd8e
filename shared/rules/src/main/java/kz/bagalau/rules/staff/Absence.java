package kz.bagalau.rules.staff;

import java.time.LocalDate;

/// Days on which a person does not work in the body, both included.
public record Absence(Kind kind, LocalDate from, LocalDate to) {

    /// The list of No. 02-17/15, ¶5.
    public enum Kind {
        LABOUR_LEAVE,
        SOCIAL_LEAVE,
        SICK,
        BUSINESS_TRIP,
        INTERNSHIP,
        RETRAINING,
        QUALIFICATION,
        OTHER
    }

    public Absence {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public Span span() {
        return Span.of(from, to);
    }
}
