package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.Optional;

/// A recall from remote or combined work as it stands.
///
/// @param returned the day on which remote work goes on
public record RecallTerm(String id, LocalDate from, Optional<LocalDate> returned) {

    // DOUBT: the order says nothing of the return (¶12), read as remote again on the day that is
    // named, because that is the day on which the employee is back at remote work.
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && returned.map(day::isBefore).orElse(true);
    }

    /// The same recall on the days of its act alone.
    public RecallTerm within(Term act) {
        LocalDate after = act.lastDay().plusDays(1);
        return new RecallTerm(id, from, Optional.of(returned.filter(after::isAfter).orElse(after)));
    }
}
