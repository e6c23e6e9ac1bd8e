package kz.bagalau.cases;

/// What became of an edit.
public sealed interface Saved<T> {

    /// It now stands so, by this edit or by an earlier one with the same content.
    record Kept<T>(Edition<T> edition) implements Saved<T> {}

    /// Somebody else has edited it since the caller saw it; nothing is stored.
    record Changed<T>(long version) implements Saved<T> {}
}
