package kz.bagalau.lambda.s3;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Reading an object that perhaps is not there.
///
/// No function has `s3:ListBucket`, and to whoever may not list a bucket S3 answers 403, not 404,
/// for what is not there; the same as to whoever may not read what is. So a lookup cannot
/// distinguish these two, and nobody may settle anything by an object that was not found: writing
/// it under the condition that none stands there, or failing without it, is right in both cases.
public final class Lookup {

    private static final int HIDDEN = 403;
    private static final int MISSING = 404;

    private Lookup() {}

    /// What `read` gives; empty where S3 says that the object is not there, or does not say.
    ///
    /// @param read one `GetObject` or `HeadObject`
    public static <T> Optional<T> of(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (S3Exception e) {
            if (e.statusCode() == HIDDEN || e.statusCode() == MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
