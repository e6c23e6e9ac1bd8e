package kz.bagalau.cases;

import java.util.Optional;
import java.util.stream.Stream;

/// The messages that were stored with their changes and are still to be sent. Each is sent at least
/// once, under an id by which its receiver knows it again. One that cannot be sent keeps no other
/// waiting.
public interface Outbox {

    /// @param id the same however often it is sent
    /// @param body to which the document belongs that the message is about; empty where it was
    ///   stored without one
    record Waiting(String id, Optional<String> body, Message message) {}

    /// All that wait, one of each shelf in turn, the oldest of each shelf first. They are read as
    /// they are asked for; what is sent meanwhile does not disturb the rest. One that cannot be
    /// read is put aside.
    Stream<Waiting> waiting();

    /// It was sent; nothing where it was removed before.
    void sent(Waiting message);

    /// It will never be taken as it is, so it waits no longer: it is kept apart for whoever
    /// operates the system. Nothing where it was removed before.
    void putAside(Waiting message);
}
