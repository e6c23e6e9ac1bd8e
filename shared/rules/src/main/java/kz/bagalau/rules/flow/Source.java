package kz.bagalau.rules.flow;

import java.util.Optional;
import kz.bagalau.rules.Citation;

/// What a line of a flow rests on.
///
/// @param citation the paragraph; where the act is silent, the nearest one
/// @param doubt the code under which the specification argues a reading, such as `G-45`
public record Source(Basis basis, Citation citation, Optional<String> doubt) {

    public enum Basis {
        /// The act says so.
        ACT,
        /// The act can be read in more than one way; this is our reading.
        READING,
        /// The act says nothing; this is ours.
        SILENT
    }

    public Source {
        if (basis != Basis.ACT && doubt.isEmpty()) {
            throw new IllegalArgumentException("what is ours names where it is argued");
        }
    }
}
