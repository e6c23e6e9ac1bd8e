package kz.bagalau.lambda.dynamo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;

/// Entries of the audit trail: who changed what and when, written in the transaction of the change.
public final class Audit {

    private Audit() {}

    /// An entry about `object`, such as `survey#2025`.
    public static Item entry(
            String object, Caller who, String what, Map<String, String> details, Instant at) {
        return Item.of("audit#" + object, at + "#" + UUID.randomUUID())
                .with("who", who.subject())
                .with("what", what)
                .with("details", Json.write(details));
    }
}
