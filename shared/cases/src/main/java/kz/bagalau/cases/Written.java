package kz.bagalau.cases;

/// What became of a change.
public sealed interface Written {

    /// It is stored, with all that goes with it.
    record Stored(Document document) implements Written {}

    /// The same act was stored before; nothing happened now.
    ///
    /// @param current the document as it stands now, after that act and perhaps others
    record Again(Document current) implements Written {}

    /// Somebody else has changed the document since it was seen; nothing is stored.
    record Conflict(Document current) implements Written {}

    /// The document was destroyed; nothing is stored.
    record Destroyed(Tombstone tombstone) implements Written {}

    /// The request with this idempotency key was carried out before; nothing happened now.
    record CarriedOut() implements Written {}
}
