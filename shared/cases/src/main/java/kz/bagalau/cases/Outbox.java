package kz.bagalau.cases;

import java.util.List;

/// The messages that were stored with their changes and are still to be sent. Each is sent at least
/// once, under an id by which its receiver knows it again.
public interface Outbox {

    /// @param id the same however often it is sent
    record Waiting(String id, Message message) {}

    /// Some that wait, the oldest of each shelf first; empty where none does.
    List<Waiting> waiting(int limit);

    /// It was sent; nothing where it was removed before.
    void sent(Waiting message);
}
