package kz.bagalau.reports.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.lambda.Times;
import kz.bagalau.reports.obligation.Obligation;

/// One file about one obligation, from the permission to send it to what became of it.
///
/// @param check a dry run: it is read like any other file, and nothing comes of it
/// @param by the claim `sub` of whoever asked for the upload
/// @param requestedAt domain time
/// @param shift how far domain time was ahead of real time then; zero but on a machine whose clock
///   was set
/// @param expires until when the file may be sent, in real time
/// @param receipt once the file has come
/// @param returned once its recipient has sent it back
public record Report(
        ReportId id,
        Obligation obligation,
        FileClaim file,
        boolean check,
        String by,
        Instant requestedAt,
        Duration shift,
        Instant expires,
        State state,
        Optional<Receipt> receipt,
        Optional<Returned> returned) {

    public enum State {
        /// The upload is permitted.
        AWAITING_FILE,
        /// The file is there and being read.
        CHECKING,
        /// The file could not be read for no fault of whoever sent it, and has to be sent again.
        FAILED,
        /// The file has errors, and nothing of it was taken over.
        REJECTED,
        /// The file was taken over as a whole.
        ACCEPTED,
        /// It was taken over, and its recipient has sent it back: another file is expected.
        RETURNED
    }

    /// That a recipient has sent a report back.
    ///
    /// @param by the claim `sub`
    public record Returned(String reason, String by, Instant at) {}

    /// What is held fast of a file that has come.
    ///
    /// @param at when the store of files had it, see [#arrived]
    /// @param due the deadline then in force; empty where the schedule had none
    /// @param checkingSince when its reading began last
    /// @param failures how many readings ended in an error of ours
    public record Receipt(
            Instant at, Optional<LocalDate> due, Instant checkingSince, int failures) {

        /// A new reading begins.
        public Receipt again(Instant now) {
            return new Receipt(at, due, now, failures);
        }

        /// The reading has ended in an error of ours.
        public Receipt failedOnceMore() {
            return new Receipt(at, due, checkingSince, failures + 1);
        }

        /// ¶2(28): whether it came later than the day set in the assessment schedule.
        public boolean late() {
            return due.filter(day -> Times.day(at).isAfter(day)).isPresent();
        }
    }

    /// When a file has come, in domain time.
    // DOUBT: ¶2(28) speaks of information "submitted or placed" and not of who has to have done
    // what with it, read as the moment at which the store of files had the whole file: from then on
    // nothing depends on the sender, and neither our queue nor a failure of ours makes it late.
    public Instant arrived(Instant stored) {
        Instant at = stored.plus(shift);
        return at.isBefore(requestedAt) ? requestedAt : at; // S3 reports whole seconds
    }

    /// The place of this file among all about its obligation: what came last comes last; of two
    /// that came in the same second, what was asked for last.
    String order(Instant at) {
        return at + "#" + requestedAt + "#" + id.token();
    }

    /// A message that was not worked off comes back to the intake after 15 minutes, whatever ended
    /// its work. Where after this time nobody has begun anew, nobody tries.
    private static final Duration GIVEN_UP = Duration.ofMinutes(20);

    /// After so many readings that ended in an error of ours, people have to look into it.
    private static final int READINGS = 3;

    /// Whether its message was put aside for people, after errors of ours.
    public boolean putAside() {
        return state == State.CHECKING
                && receipt.filter(held -> held.failures() >= READINGS).isPresent();
    }

    /// Whether a file is there that nobody tries to read any more, for a fault of ours.
    public boolean givenUp(Instant now) {
        return putAside()
                || state == State.CHECKING
                        && receipt.filter(held -> held.checkingSince().plus(GIVEN_UP).isBefore(now))
                                .isPresent();
    }

    /// Whether its file was not read, for no fault of whoever sent it.
    public boolean failed(Instant now) {
        return state == State.FAILED || givenUp(now);
    }

    /// Whether what became of its file is settled.
    public boolean decided() {
        return switch (state) {
            case AWAITING_FILE, CHECKING -> false;
            case FAILED, REJECTED, ACCEPTED, RETURNED -> true;
        };
    }

    /// Where its file lies.
    public Files.OfReport place() {
        return new Files.OfReport(id, check || obligation.form().fleeting());
    }

    public Report with(State now) {
        return with(now, receipt);
    }

    public Report with(State now, Optional<Receipt> received) {
        return new Report(
                id,
                obligation,
                file,
                check,
                by,
                requestedAt,
                shift,
                expires,
                now,
                received,
                returned);
    }

    /// Sent back by its recipient.
    public Report returned(Returned back) {
        return new Report(
                id,
                obligation,
                file,
                check,
                by,
                requestedAt,
                shift,
                expires,
                State.RETURNED,
                receipt,
                Optional.of(back));
    }
}
