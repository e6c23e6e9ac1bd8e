package kz.bagalau.reminders.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.failure.Outage;
import kz.bagalau.reminders.RemindingWork;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Messages `{"day","bodies":[…]}` of the queue at `REMINDED_BODIES_QUEUE`. Twenty bodies share
/// one, and with it what is read once for all of them.
public final class QueuedRemindingWork implements RemindingWork {

    private static final int BODIES = 20;

    /// SQS' limit on the messages of one request.
    private static final int BATCH = 10;

    private final Runtime runtime;

    private QueuedRemindingWork(Runtime runtime) {
        this.runtime = runtime;
    }

    /// The queue of this runtime. The client is made when the first message is sent.
    public static QueuedRemindingWork fromEnvironment() {
        return new QueuedRemindingWork(Runtime.current());
    }

    @Override
    public void ask(LocalDate day, List<String> bodies) {
        List<String> messages = new ArrayList<>();
        for (int from = 0; from < bodies.size(); from += BODIES) {
            ObjectNode json = Json.object().put("day", day.toString());
            var list = json.putArray("bodies");
            bodies.subList(from, Math.min(from + BODIES, bodies.size())).forEach(list::add);
            messages.add(Json.write(json));
        }
        for (int from = 0; from < messages.size(); from += BATCH) {
            send(messages.subList(from, Math.min(from + BATCH, messages.size())));
        }
    }

    private void send(List<String> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String message : messages) {
            entries.add(
                    SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .messageBody(message)
                            .build());
        }
        var sent =
                runtime.sqs()
                        .sendMessageBatch(request ->
                                request.queueUrl(runtime.env("REMINDED_BODIES_QUEUE"))
                                        .entries(entries));
        if (!sent.failed().isEmpty()) {
            throw new Outage(sent.failed().size() + " messages were not taken");
        }
    }
}
