package kz.bagalau.rules.flow;

import java.util.Optional;
import java.util.Set;

/// One line of a flow: in this state, this event by one of these leads there.
///
/// @param from the state; [Flow#START] where the document does not exist yet
/// @param to the state after it; the same as `from` for what leaves the state as it is
/// @param when the condition under which this line holds, which the document's content answers;
///   empty where the state alone decides
public record Step(
        String from,
        String event,
        Set<Actor> who,
        String to,
        Optional<String> when,
        Call call,
        Source source,
        Limit limit) {

    /// Whose move it is.
    public enum Call {
        /// Somebody has to act: in this state it is their turn.
        TURN,
        /// Somebody may act.
        MAY,
        /// It follows by itself, from a day or a check.
        CLOCK
    }

    public Step {
        who = Set.copyOf(who);
        if (who.isEmpty()) {
            throw new IllegalArgumentException(event + " has nobody who does it");
        }
        if (call == Call.CLOCK && !who.contains(Actor.SYSTEM)) {
            throw new IllegalArgumentException(event + " cannot follow by itself");
        }
    }
}
