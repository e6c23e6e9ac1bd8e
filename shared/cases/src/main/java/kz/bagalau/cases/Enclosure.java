package kz.bagalau.cases;

import java.time.Instant;

/// A file that somebody sends so that an object can name it as its `document`: an order, a proof,
/// an evidence.
///
/// @param id of 32 hexadecimal digits
/// @param fileName as it is called on the sender's machine
/// @param media the media type (RFC 6838)
/// @param sha256 in base64, with padding
/// @param by who sends it
public record Enclosure(
        String id,
        String fileName,
        String media,
        long bytes,
        String sha256,
        String by,
        Instant at) {

    /// Where it lies in the bucket of uploads.
    public String key() {
        return "documents/" + id;
    }
}
