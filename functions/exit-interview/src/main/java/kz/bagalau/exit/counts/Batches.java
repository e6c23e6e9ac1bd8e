package kz.bagalau.exit.counts;

import java.util.List;
import java.util.Set;

/// The batches in which answers are counted and shown.
public interface Batches {

    /// Of all bodies.
    List<Batch> of(int year);

    List<Batch> of(String body, int year);

    /// The interviews that are in a batch of any year.
    Set<String> members(String body);

    /// Adds a batch for good.
    ///
    /// @return false where one of this number stands already
    boolean add(Batch batch);
}
