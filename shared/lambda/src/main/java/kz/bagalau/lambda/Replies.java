package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Optional;

/// The answers given under an `Idempotency-Key`, kept for a day, so that a request sent again gets
/// the same answer and is not carried out twice. The answer is written in the same transaction as
/// what the request changed.
public interface Replies {

    /// What is known of a request.
    sealed interface Seen {}

    /// Not carried out before. The key, where the caller gave one, goes with the answer into the
    /// transaction.
    record Fresh(Optional<Key> key) implements Seen {}

    /// Carried out before, with this answer.
    record Known(int status, String body) implements Seen {}

    /// The key was used for another request.
    record Reused() implements Seen {}

    /// @param id of the caller and the key together
    /// @param request digest of route and body
    record Key(String id, String request) {}

    /// An answer to be kept. A secret answer is not: `body` then only says what was done.
    record Reply(Key key, int status, String body) {}

    Seen find(Caller caller, APIGatewayV2HTTPEvent event);
}
