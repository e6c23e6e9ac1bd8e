package kz.bagalau.lambda.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Sha256;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Replies as items `reply#<caller and key>` of the table `Records`.
public final class DynamoIdempotency implements Idempotency {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoIdempotency(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The replies of this runtime's `RECORDS_TABLE`.
    public static DynamoIdempotency fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoIdempotency(runtime.dynamo(), runtime.env("RECORDS_TABLE"));
    }

    @Override
    public Known find(Request request) {
        Optional<String> header = request.header("idempotency-key").filter(key -> !key.isBlank());
        if (header.isEmpty()) {
            return new New(Optional.empty());
        }
        Key key =
                new Key(
                        Sha256.base64(request.caller().subject() + "\n" + header.get()),
                        Sha256.base64(
                                request.routeKey()
                                        + "\n"
                                        + request.rawPath()
                                        + "\n"
                                        + request.body()));
        var found =
                dynamo.getItem(read ->
                        read.tableName(table)
                                .key(Item.key(partition(key), "-"))
                                .consistentRead(true));
        if (!found.hasItem()) {
            return new New(Optional.of(key));
        }
        if (!Item.text(found.item(), "request").equals(key.request())) {
            return new Reused();
        }
        return new Done((int) Item.number(found.item(), "status"), Item.text(found.item(), "body"));
    }

    /// The item that keeps an answer; to be put on the condition that none stands there.
    public static Item item(Reply reply, Instant at) {
        return Item.of(partition(reply.key()), "-")
                .with("request", reply.key().request())
                .with("status", reply.status())
                .with("body", reply.body())
                .with("expires", at.plus(KEPT).getEpochSecond());
    }

    private static String partition(Key key) {
        return "reply#" + key.id();
    }
}
