package kz.bagalau.cases.dynamo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Edition;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Where a capability keeps its editions, and how they are written as items.
///
/// @param <T> the value; two editions are the same where their values are equal
public interface Shelf<T> {

    /// The empty item of what stands now under a key.
    Item place(String key);

    /// The partition of all editions under a key.
    String history(String key);

    /// Adds the value's attributes. `edition`, `by` and `at` are the store's.
    Item write(Item item, T value);

    T read(Map<String, AttributeValue> item);

    /// What the audit entry says of an edition.
    ///
    /// @param before what stood; empty for the first
    Map<String, String> audited(Optional<T> before, Edition<T> next);

    /// The audit entry of an edition: about the history, where not said otherwise.
    default Item audit(String key, Optional<T> before, Edition<T> next, Caller by, Instant at) {
        return Audit.entry(history(key), by, "put", audited(before, next), at);
    }

    /// What stands under a key before its first edition; nothing where not said otherwise.
    default Optional<Edition<T>> before(String key) {
        return Optional.empty();
    }
}
