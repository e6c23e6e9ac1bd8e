package kz.bagalau.reports.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;

/// The findings about every body and year. They are published as facts in the transaction that
/// stores them.
public interface Findings {

    /// All findings about a body and a year, also the withdrawn ones, in the order in which they
    /// were made.
    ///
    /// @param version how often it has changed
    record Year(String body, int year, long version, List<Finding> findings) {

        public Year {
            findings = List.copyOf(findings);
        }

        public List<Finding> about(Obligation obligation) {
            return findings.stream()
                    .filter(finding -> finding.obligation().equals(obligation))
                    .toList();
        }

        public List<Finding> standing(ReportForm.Direction direction) {
            return findings.stream()
                    .filter(Finding::stands)
                    .filter(finding ->
                            finding.obligation().form().direction().equals(Optional.of(direction)))
                    .toList();
        }

        public BigDecimal points(ReportForm.Direction direction) {
            return standing(direction).stream()
                    .map(Finding::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public Optional<Finding> find(String id) {
            return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
        }
    }

    Year of(String body, int year);

    /// What became of an attempt to store.
    enum Stored {
        STORED,
        /// The same request was carried out before.
        CARRIED_OUT,
        /// The findings have changed since they were read; nothing is written.
        CHANGED
    }

    /// Stores the findings of a year, of which one was made or withdrawn since, the facts
    /// `information.*`, the reply and an audit entry about that one. Every edition is kept.
    ///
    /// @param next of the version that was read
    Stored put(Year next, Caller by, Optional<Idempotency.Reply> reply);
}
