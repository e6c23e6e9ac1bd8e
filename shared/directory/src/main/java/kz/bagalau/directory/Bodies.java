package kz.bagalau.directory;

import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Caller;

/// The directory of state bodies.
public interface Bodies {

    /// Every body, in the order of ids.
    List<StateBody> all();

    Optional<StateBody> find(String id);

    /// Puts a body in the place of what was read, with an audit entry that says what changed.
    ///
    /// @param from what stood there when it was read; empty where nothing did
    /// @return false where something else stands there now, or the parent belongs to another body
    boolean put(StateBody body, Optional<StateBody> from, Caller by);
}
