package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The days on which an act holds for one employee, as they stand after every extension, end and
/// cancellation.
///
/// @param act its number
/// @param lastDay that day included; before `from` where the act never held
public record Term(String act, LocalDate from, LocalDate lastDay) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastDay);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !first.isAfter(lastDay) && !last.isBefore(from) && !lastDay.isBefore(from);
    }

    // DOUBT: nothing is said of two acts for one employee, read as one act of flexible time and one
    // of remote or combined work a day at most, because two would give two working times or two
    // places (V12). Acts that only adjoin stand side by side.
    /// The first of these that holds on a day of a period.
    public static Optional<Term> overlapping(
            Collection<Term> terms, LocalDate first, LocalDate last) {
        return terms.stream().filter(term -> term.overlaps(first, last)).findFirst();
    }

    /// What is wrong with a period that somebody names.
    static List<Finding> period(Optional<LocalDate> from, Optional<LocalDate> to) {
        List<Finding> findings = new ArrayList<>();
        if (from.isEmpty()) {
            findings.add(Finding.of(Fault.FROM_MISSING, "/from"));
        }
        if (to.isEmpty()) {
            findings.add(Finding.of(Fault.TO_MISSING, "/to"));
        }
        if (from.isPresent() && to.filter(last -> last.isBefore(from.get())).isPresent()) {
            findings.add(Finding.of(Fault.TO_BEFORE_FROM, "/to", from.get()));
        }
        return findings;
    }
}
