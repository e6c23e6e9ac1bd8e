package kz.bagalau.reports;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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

    /// The right to send one file.
    ///
    /// @param headers that the request must carry exactly so
    /// @param signed when it was given, in real time
    /// @param expires when it ends, in real time
    record Permit(URI url, Map<String, String> headers, Instant signed, Instant expires) {}

    /// A file that has come.
    ///
    /// @param at when the store had the whole of it, in real time
    record Stored(long bytes, Instant at) {}

    /// Lets exactly this file be sent: this place, size, checksum and type, and only if nothing is
    /// there.
    Permit permit(Place place, FileClaim file);

    /// Empty where no file has come.
    Optional<Stored> find(Place place);

    /// Copies a file that has come. Throws an [kz.bagalau.lambda.Outage] where it cannot be copied
    /// as a whole.
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
