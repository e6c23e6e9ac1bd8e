package kz.bagalau.lambda;

import java.util.Optional;

/// The replies given under an `Idempotency-Key`, kept for a day, so that a request sent again gets
/// the same reply and is not carried out twice. The reply is written in the same transaction as
/// what the request changed.
public interface Idempotency {

    /// What is known of a request.
    sealed interface Known {}

    /// Not carried out before. The key, where the caller gave one, goes with the reply into the
    /// transaction.
    record New(Optional<Key> key) implements Known {}

    /// Carried out before, with this reply.
    record Done(int status, String body) implements Known {}

    /// The key was used for another request.
    record Reused() implements Known {}

    /// @param id of the caller and the key together
    /// @param request digest of route and body
    record Key(String id, String request) {

        /// The reply to keep under this key.
        public Reply reply(int status, String body) {
            return new Reply(this, status, body);
        }
    }

    /// A reply to be kept. A secret reply is not: `body` then only says what was done.
    record Reply(Key key, int status, String body) {}

    Known find(Request request);
}
