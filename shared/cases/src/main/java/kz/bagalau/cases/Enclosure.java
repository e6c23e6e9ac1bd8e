package kz.bagalau.cases;

import java.time.Instant;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;

/// A file that somebody sends so that an object can name it as its `document`: an order, a proof,
/// an evidence.
///
/// @param id of 32 hexadecimal digits
/// @param fileName as it is called on the sender's machine
/// @param media the media type (RFC 6838)
/// @param sha256 in base64, with padding
/// @param by who sends it
/// @param body whose member that is; empty for one of none
public record Enclosure(
        String id,
        String fileName,
        String media,
        long bytes,
        String sha256,
        String by,
        Optional<String> body,
        Instant at) {

    /// Who sent it may name it, and the personnel service and the head of the body in which it was
    /// sent: one scans an order, another signs it. Else anybody who came to know its id could make
    /// it readable by naming it.
    public boolean mayBeNamedBy(Caller caller) {
        return by.equals(caller.subject())
                || body.filter(own -> caller.has(Role.HR, own) || caller.has(Role.HEAD, own))
                        .isPresent();
    }

    /// Where it lies in the bucket of uploads.
    public String key() {
        return key(id);
    }

    /// The same of a file whose notice is gone.
    public static String key(String id) {
        return "documents/" + id;
    }
}
