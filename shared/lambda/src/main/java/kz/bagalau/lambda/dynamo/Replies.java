package kz.bagalau.lambda.dynamo;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The answers given under an `Idempotency-Key`, kept for a day, so that a request sent again gets
/// the same answer and is not carried out twice. The answer is written in the same transaction as
/// what the request changed. A secret answer is not kept, only that it was given.
public final class Replies {

    private static final Duration KEPT = Duration.ofDays(1);

    /// What is known of a request.
    public sealed interface Seen {}

    /// Not seen before; `record` goes into the transaction, where the caller gave a key.
    public record Fresh(Optional<Key> key) implements Seen {}

    /// Carried out before, with this answer; empty where the answer was secret.
    public record Known(int status, Optional<String> reply) implements Seen {}

    /// The key was used for another request.
    public record Reused() implements Seen {}

    /// The place of an answer to be kept.
    public record Key(String pk, String request) {}

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public Replies(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    public Seen find(Caller caller, APIGatewayV2HTTPEvent event) {
        Optional<String> header = Http.header(event, "idempotency-key");
        if (header.isEmpty()) {
            return new Fresh(Optional.empty());
        }
        Key key =
                new Key(
                        "reply#" + digest(caller.subject() + "\n" + header.get()),
                        digest(
                                event.getRouteKey()
                                        + "\n"
                                        + event.getRawPath()
                                        + "\n"
                                        + Http.body(event)));
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(key.pk(), "-")).consistentRead(true));
        if (!found.hasItem()) {
            return new Fresh(Optional.of(key));
        }
        if (!Item.text(found.item(), "request").equals(key.request())) {
            return new Reused();
        }
        return new Known(
                (int) Item.number(found.item(), "status"),
                Item.optionalText(found.item(), "reply"));
    }

    /// The item that keeps an answer; put it with the condition that none stands there.
    public Item kept(Key key, int status, Optional<String> reply) {
        return Item.of(key.pk(), "-")
                .with("request", key.request())
                .with("status", status)
                .with("reply", reply)
                .with("expires", clock.instant().plus(KEPT).getEpochSecond());
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
