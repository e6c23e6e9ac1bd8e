package kz.bagalau.reports.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A scan that belongs to a report.
///
/// @param token its own, beside its report's
/// @param expires until when it may be sent, in real time
/// @param receivedAt empty until it has come and is what was announced
public record Attachment(
        ReportId report,
        String token,
        FileClaim file,
        String by,
        Instant requestedAt,
        Duration shift,
        Instant expires,
        Optional<Instant> receivedAt) {

    public String id() {
        return report + "." + token;
    }

    /// Where its file lies.
    public Files.OfAttachment place() {
        return new Files.OfAttachment(report, token);
    }

    public Attachment received(Instant stored) {
        return new Attachment(
                report,
                token,
                file,
                by,
                requestedAt,
                shift,
                expires,
                Optional.of(stored.plus(shift)));
    }
}
