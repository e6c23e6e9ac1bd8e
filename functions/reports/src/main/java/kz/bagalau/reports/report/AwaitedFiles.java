package kz.bagalau.reports.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The files that somebody may send or has sent and that nothing has become of yet. A place is on
/// the list from the permission to send its file, see [Reports#request], until it is taken off.
public interface AwaitedFiles {

    /// @param asked when the intake was last asked for it, because nobody else had
    record Awaited(Files.Place place, Optional<Instant> asked) {}

    List<Awaited> all();

    /// Notes that the intake was asked for a file.
    void asked(Files.Place place, Instant at);

    /// Takes a place off the list; one already off stays so.
    void remove(Files.Place place);
}
