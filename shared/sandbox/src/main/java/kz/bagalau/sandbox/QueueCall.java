package kz.bagalau.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.work.QueueMessage;

/// Hands messages of a queue to a function, as far as functions look at them.
public final class QueueCall {

    private QueueCall() {}

    /// @return the ids of the messages that are to be delivered again
    public static List<String> of(
            RequestStreamHandler function, List<QueueMessage> messages, Context context) {
        return StreamCall.of(function, event(messages), context)
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    private static ObjectNode event(List<QueueMessage> messages) {
        ObjectNode event = Json.object();
        var records = event.putArray("Records");
        for (QueueMessage message : messages) {
            records.addObject()
                    .put("messageId", message.id())
                    .put("body", message.body())
                    .put("eventSource", "aws:sqs");
        }
        return event;
    }
}
