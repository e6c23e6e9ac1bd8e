package kz.bagalau.lambda.dynamo;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Sha256;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Replies as items `reply#<caller and key>` of the table `Records`.
public final class DynamoReplies implements Replies {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoReplies(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The replies of this runtime's `RECORDS_TABLE`.
    public static DynamoReplies here() {
        Runtime runtime = Runtime.current();
        return new DynamoReplies(runtime.dynamo(), runtime.env("RECORDS_TABLE"));
    }

    @Override
    public Seen find(Caller caller, APIGatewayV2HTTPEvent event) {
        Optional<String> header = Http.header(event, "idempotency-key");
        if (header.isEmpty()) {
            return new Fresh(Optional.empty());
        }
        Key key =
                new Key(
                        Sha256.base64(caller.subject() + "\n" + header.get()),
                        Sha256.base64(
                                event.getRouteKey()
                                        + "\n"
                                        + event.getRawPath()
                                        + "\n"
                                        + Http.body(event)));
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(partition(key), "-"))
                                .consistentRead(true));
        if (!found.hasItem()) {
            return new Fresh(Optional.of(key));
        }
        if (!Item.text(found.item(), "request").equals(key.request())) {
            return new Reused();
        }
        return new Known(
                (int) Item.number(found.item(), "status"), Item.text(found.item(), "body"));
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
