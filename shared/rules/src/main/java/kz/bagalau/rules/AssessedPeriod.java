package kz.bagalau.rules;

import java.time.LocalDate;

/// The period that is assessed, both days included.
public record AssessedPeriod(LocalDate from, LocalDate to) {

    public AssessedPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public static AssessedPeriod ofYear(int year) {
        return new AssessedPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /// The day whose law is applied to the whole period.
    public LocalDate lawOf() {
        // DOUBT: the order does not say which wording applies to a year in which it was amended,
        // read as the wording of the period's last day because an annual result comes into being
        // on that day and the amendments carry no transitional rule.
        return to;
    }
}
