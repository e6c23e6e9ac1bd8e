package kz.bagalau.reminders;

import java.util.List;
import java.util.Set;
import kz.bagalau.cases.Outbox;

/// The way by which messages reach people: another system takes and delivers them.
public interface Delivery {

    /// The most messages that are handed over at once.
    int MOST = 10;

    /// What became of messages.
    ///
    /// @param taken by the other side's queue
    /// @param refused for what is in them, now and however often they are sent
    record Handed(Set<Outbox.Waiting> taken, Set<Outbox.Waiting> refused) {

        public Handed {
            taken = Set.copyOf(taken);
            refused = Set.copyOf(refused);
        }
    }

    /// Hands messages over; throws where the queue does not answer. What is neither taken nor
    /// refused is sent again later.
    Handed hand(List<Outbox.Waiting> messages);
}
