package kz.bagalau.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.dynamo.DynamoOutbox;
import kz.bagalau.lambda.Log;
import kz.bagalau.reminders.sqs.QueuedMessages;

/// Every minute: hands over the messages that were stored with their changes, each at least once.
/// Two at once, or one that ends in the middle, hand some over twice, under the same id. A message
/// that is refused for what is in it is put aside and keeps no other waiting.
public final class SendMessages
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// Fewer than can be sent in the time that the function has; the rest is sent a minute later.
    private static final int AT_ONCE = 2_000;

    private final Outbox outbox;
    private final Delivery delivery;

    public SendMessages() {
        this(DynamoOutbox.fromEnvironment(), QueuedMessages.fromEnvironment());
    }

    SendMessages(Outbox outbox, Delivery delivery) {
        this.outbox = outbox;
        this.delivery = delivery;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Iterator<Outbox.Waiting> waiting = outbox.waiting().limit(AT_ONCE).iterator();
        List<Outbox.Waiting> batch = new ArrayList<>();
        int sent = 0;
        while (waiting.hasNext()) {
            batch.add(waiting.next());
            if (batch.size() == Delivery.MOST || !waiting.hasNext()) {
                sent += send(batch);
                batch.clear();
            }
        }
        return Map.of("sent", sent);
    }

    private int send(List<Outbox.Waiting> batch) {
        Delivery.Handed handed = delivery.hand(List.copyOf(batch));
        handed.taken().forEach(outbox::sent);
        for (Outbox.Waiting refused : handed.refused()) {
            outbox.putAside(refused);
            Log.failure(
                    "SendMessages", new IllegalStateException("a message was refused, put aside"));
        }
        return handed.taken().size();
    }
}
