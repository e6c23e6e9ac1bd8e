package kz.bagalau.exit.settled;

import java.util.List;
import java.util.Optional;
import kz.bagalau.exit.settled.ChangeRequest.Decision;

/// Requests to change the register of a settled year, with what the Agency decided. At most one
/// request about the same person and body waits for a decision.
public interface Consents {

    /// What became of a request.
    sealed interface Asked {}

    record Entered(ChangeRequest request) implements Asked {}

    /// Another about the same person and body waits, or the same one was refused before.
    record Before(ChangeRequest request) implements Asked {}

    /// What became of a decision.
    enum Decided {
        DECIDED,
        /// Another one was made before.
        OTHERWISE,
        /// The register says something else by now than what the change was asked of.
        REGISTER_CHANGED
    }

    Asked ask(ChangeRequest request);

    /// Notes the decision, and with a consent changes the register in the same transaction. The
    /// same decision again is [Decided#DECIDED] and changes nothing.
    Decided decide(ChangeRequest request, Decision decision);

    Optional<ChangeRequest> find(String id);

    /// The requests of a body, in no order.
    List<ChangeRequest> of(String body);

    /// The requests of all bodies, in no order.
    List<ChangeRequest> all();
}
