package kz.bagalau.reminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.dynamo.DynamoOutbox;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.reminders.sqs.QueuedMessages;

/// Every minute: hands over the messages that were stored with their changes, each at least once.
/// Two at once, or one that ends in the middle, hand some over twice, under the same id. A message
/// that is refused for what is in it is put aside and keeps no other waiting. One to somebody under
/// an act of remote work is kept until their working time (No. 120, ¶11), and keeps none waiting.
public final class SendMessages
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    /// Fewer than can be sent in the time that the function has; the rest is sent a minute later.
    private static final int AT_ONCE = 2_000;

    private final Outbox outbox;
    private final Delivery delivery;
    private final Supplier<Quiet> quiet;
    private final int atOnce;

    public SendMessages() {
        this(
                DynamoOutbox.fromEnvironment(),
                QueuedMessages.fromEnvironment(),
                DynamoArrangements.fromEnvironment(),
                PersonalSchedules.fromEnvironment(),
                Runtime.current().clock(),
                AT_ONCE);
    }

    /// @param atOnce the most messages that one call hands over
    SendMessages(
            Outbox outbox,
            Delivery delivery,
            Arrangements arrangements,
            PersonalSchedules schedules,
            Clock clock,
            int atOnce) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.atOnce = atOnce;
        this.quiet =
                () ->
                        new Quiet(
                                arrangements,
                                schedules,
                                LocalDateTime.ofInstant(clock.instant(), Runtime.ALMATY));
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Quiet now = quiet.get();
        Iterator<Outbox.Waiting> waiting =
                outbox.waiting().filter(Predicate.not(now::keeps)).limit(atOnce).iterator();
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
