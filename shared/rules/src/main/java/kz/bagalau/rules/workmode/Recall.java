package kz.bagalau.rules.workmode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A recall from remote or combined work by the employer (120 ¶12).
///
/// @param notice when the notice was sent, on the clock of Almaty
public record Recall(Kind kind, LocalDate from, Optional<LocalDateTime> notice, String reason) {

    public enum Kind {
        /// Work with documents "for official use".
        OFFICIAL_USE,
        /// Work with secret documents.
        SECRET,
        /// Unforeseen, urgent, pressing work.
        URGENT;

        // DOUBT: the grammar of ¶12 leaves open whether "with advance notice" also covers recalls
        // for documents (W-20), read literally, as of the other cases only.
        public boolean needsNotice() {
            return this == URGENT;
        }
    }

    /// All that is wrong with it.
    ///
    /// @param term the act of remote or combined work as it stands for the employee
    /// @param begins when the employee's working time begins on the first day of the recall
    /// @param others the employee's other recalls from the act, which last to the end of its term
    ///   where nobody has returned, as this one does: it may not begin before another either
    public List<Finding> findings(
            Term term, LocalDateTime begins, List<Term> others, WorkSettings settings) {
        List<Finding> findings = new ArrayList<>();
        if (reason.isBlank()) {
            findings.add(Finding.of(Fault.REASON_MISSING, "/reason"));
        }
        if (!term.on(from)) {
            findings.add(Finding.of(Fault.NOT_IN_FORCE, "/from", term.lastDay()));
        }
        Term.overlapping(others, from, term.lastDay())
                .ifPresent(other -> findings.add(Finding.of(Fault.OVERLAPS, "/from", other.act())));
        if (kind.needsNotice()) {
            Duration ahead = Duration.ofHours(settings.get(WorkSetting.RECALL_NOTICE_HOURS));
            if (notice.isEmpty()) {
                findings.add(Finding.of(Fault.NOTICE_REQUIRED, "/noticeSentAt"));
            } else if (!notice.get().isBefore(begins) || notice.get().plus(ahead).isAfter(begins)) {
                findings.add(Finding.of(Fault.NOTICE_TOO_LATE, "/noticeSentAt", begins));
            }
        }
        return findings;
    }
}
