package kz.bagalau.lambda.work;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;

/// A function that works off the messages of a queue, in order. One whose work fails, or is left,
/// is named in the answer and delivered again; the others are not (Lambda, "partial batch
/// responses"; `ReportBatchItemFailures` in template.yaml).
public abstract class QueueFunction implements RequestStreamHandler {

    /// Works off one message.
    ///
    /// @return whether it is done with
    protected abstract boolean work(QueueMessage message);

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        ObjectNode response = Json.object();
        ArrayNode left = response.putArray("batchItemFailures");
        for (QueueMessage message : QueueMessage.all(Json.readEvent(event))) {
            if (!done(message)) {
                left.addObject().put("itemIdentifier", message.id());
            }
        }
        answer.write(Json.write(response).getBytes(StandardCharsets.UTF_8));
    }

    private boolean done(QueueMessage message) {
        try {
            return work(message);
        } catch (RuntimeException e) {
            Log.failure(getClass().getSimpleName(), e);
            return false;
        }
    }
}
