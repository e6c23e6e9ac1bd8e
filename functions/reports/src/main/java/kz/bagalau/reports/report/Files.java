package kz.bagalau.reports.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kz.bagalau.lambda.s3.Permit;
import kz.bagalau.lambda.s3.Uploads;

/// The store of files. Whoever holds a permit writes one file into it, once.
public interface Files {

    /// So long fleeting files are there at least, whatever becomes of them (template.yaml, the
    /// lifecycle of `Uploads`).
    Duration FLEETING = Duration.ofDays(1);

    /// What a file belongs to.
    sealed interface Place {}

    /// The file of a report.
    ///
    /// @param fleeting whether nothing of it may stay: such files lie apart, and what is not
    ///   deleted after its reading is deleted after a day
    record OfReport(ReportId report, boolean fleeting) implements Place {}

    /// A scan of a report.
    record OfAttachment(ReportId report, String token) implements Place {}

    /// Lets exactly this file be sent: this place, size, checksum and type, and only if nothing is
    /// there.
    Permit permit(Place place, FileClaim file);

    /// Empty where no file has come.
    Optional<Uploads.Stored> find(Place place);

    /// Copies a file that has come. Throws an [kz.bagalau.lambda.failure.Outage] where it cannot be
    /// copied as a whole.
    ///
    /// @return the SHA-256 of what was copied, in base64
    String copy(Place place, Path to);

    /// Deletes a file that has come; one already gone stays gone.
    void delete(Place place);

    /// The place that a key of the store means; empty for a key that we never give.
    Optional<Place> place(String key);

    /// The key of a place.
    String key(Place place);
}
