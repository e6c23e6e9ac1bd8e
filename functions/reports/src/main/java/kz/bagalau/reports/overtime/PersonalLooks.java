package kz.bagalau.reports.overtime;

import java.time.LocalDate;
import java.util.Collection;
import kz.bagalau.lambda.Caller;

/// Who has looked at the working times of people: an entry in the audit trail of the body's
/// overtime, and one with each of these people for them to see.
public interface PersonalLooks {

    /// @param employees by their ids in the directory; the caller's own times are nobody's to note
    /// @param from the first day that was shown
    void note(
            Caller caller, String body, Collection<String> employees, LocalDate from, LocalDate to);
}
