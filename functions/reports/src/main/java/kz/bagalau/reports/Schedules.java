package kz.bagalau.reports;

import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.lambda.Caller;

/// The assessment schedules by year. Every edition is kept.
public interface Schedules {

    /// @param version 1, 2, …
    record Edition(Schedule schedule, long version) {}

    /// What became of an edit.
    sealed interface Saved {}

    /// The schedule now stands so, by this edit or by an earlier one with the same content.
    record Kept(Edition edition) implements Saved {}

    /// Somebody else has edited it since the caller saw it; nothing is stored.
    record Changed(long version) implements Saved {}

    Optional<Edition> find(int year);

    /// Stores a new edition with an audit entry; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited; empty where the caller does not say
    Saved put(Schedule schedule, OptionalLong seen, Caller by);
}
