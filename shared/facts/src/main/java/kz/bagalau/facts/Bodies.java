package kz.bagalau.facts;

import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Caller;

/// The directory of state bodies.
public interface Bodies {

    /// Every body, in the order of ids.
    List<StateBody> all();

    Optional<StateBody> find(String id);

    /// Stores a body as it now is, with an audit entry; the same again changes nothing.
    void put(StateBody body, Caller by);
}
