package kz.bagalau.reports.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.facts.Publication;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;

/// The reports of every body and year, and what stands of them.
public interface Reports {

    /// All that there is about a body and a year.
    ///
    /// @param reports dry runs among them, in the order in which they were asked for
    /// @param standing by form
    record Year(
            List<Report> reports,
            List<Attachment> attachments,
            Map<ReportForm, Standing> standing) {

        /// The reports about an obligation, without dry runs.
        public List<Report> about(Obligation obligation) {
            return reports.stream()
                    .filter(report -> !report.check() && report.obligation().equals(obligation))
                    .toList();
        }
    }

    Year of(String body, int year);

    Optional<Report> find(ReportId id);

    Optional<Attachment> find(ReportId report, String token);

    List<Attachment> attachments(ReportId report);

    Standing standing(String body, int year, ReportForm form);

    /// What was read in a report's file; empty before it was.
    Optional<Reading> reading(ReportId id);

    /// Stores a report that awaits its file, with the reply and an audit entry, and puts the file
    /// on the list of [AwaitedFiles].
    ///
    /// @return false where the same request was carried out before
    boolean request(Report report, Optional<Idempotency.Reply> reply, Caller by);

    /// As [#request(Report, Optional, Caller)].
    boolean request(Attachment attachment, Optional<Idempotency.Reply> reply, Caller by);

    /// Notes that a scan has come; the same again changes nothing.
    void received(Attachment attachment);

    /// Notes that a file is being read, unless it was already decided on.
    void checking(Report report);

    /// Notes that the recipient has sent an accepted report back, with an audit entry.
    ///
    /// @return false where it is no longer accepted; nothing is written
    boolean giveBack(Report returned, Caller by);

    /// What became of an attempt to decide.
    enum Decided {
        /// By this attempt.
        NOW,
        /// Somebody else was quicker, with this very file.
        BEFORE,
        /// What stands has changed since it was read; nothing is written.
        STANDING_CHANGED
    }

    /// Stores the decision about a report that changes nothing else: one with errors, or a dry run.
    Decided decide(Report decided, Reading reading);

    /// Stores an accepted report together with what now stands.
    ///
    /// @param publication the facts that come of it; empty where this file is not the one that
    ///   stands, or its period gives none
    Decided accept(
            Report accepted, Reading reading, Standing standing, Optional<Publication> publication);
}
