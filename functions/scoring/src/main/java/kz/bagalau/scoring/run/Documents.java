package kz.bagalau.scoring.run;

import java.net.URI;
import java.util.Optional;

/// What a run leaves in the bucket of documents: each written once, under the run's id.
public interface Documents {

    /// Stores a document. The same bytes again change nothing; throws [IllegalStateException] where
    /// other bytes stand there.
    void put(String name, byte[] content, String type);

    /// Empty where it is not there, and where it may not be read.
    Optional<byte[]> find(String name);

    /// An address at which the document can be had for a few minutes without credentials.
    URI address(String name);
}
