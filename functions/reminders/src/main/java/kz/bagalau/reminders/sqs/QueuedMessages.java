package kz.bagalau.reminders.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.failure.Outage;
import kz.bagalau.reminders.Delivery;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// Messages of the queue at `MESSAGES_QUEUE`, from which invitations to exit interviews are
/// delivered too. A message names the person, or the office and its body, and never a number or an
/// address: whoever delivers knows them from the state's registers.
public final class QueuedMessages implements Delivery {

    private final Runtime runtime;

    private QueuedMessages(Runtime runtime) {
        this.runtime = runtime;
    }

    /// The queue of this runtime. The client is made when the first message is sent.
    public static QueuedMessages fromEnvironment() {
        return new QueuedMessages(Runtime.current());
    }

    @Override
    public Handed hand(List<Outbox.Waiting> messages) {
        try {
            return handTogether(messages);
        } catch (SqsException e) {
            if (Outage.is(e)) {
                throw e;
            }
            return messages.size() == 1
                    ? new Handed(Set.of(), Set.copyOf(messages))
                    : handSingly(messages);
        }
    }

    /// Of messages that were refused together, most may be good.
    private Handed handSingly(List<Outbox.Waiting> messages) {
        Set<Outbox.Waiting> taken = new HashSet<>();
        Set<Outbox.Waiting> refused = new HashSet<>();
        for (Outbox.Waiting message : messages) {
            Handed one = hand(List.of(message));
            taken.addAll(one.taken());
            refused.addAll(one.refused());
        }
        return new Handed(taken, refused);
    }

    private Handed handTogether(List<Outbox.Waiting> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Outbox.Waiting message : messages) {
            entries.add(
                    SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .messageBody(Json.write(json(message)))
                            .build());
        }
        var answer =
                runtime.sqs()
                        .sendMessageBatch(request ->
                                request.queueUrl(runtime.env("MESSAGES_QUEUE")).entries(entries));
        Set<Outbox.Waiting> taken = new HashSet<>();
        answer.successful().forEach(entry -> taken.add(messages.get(Integer.parseInt(entry.id()))));
        Set<Outbox.Waiting> refused = new HashSet<>();
        answer.failed().stream()
                .filter(entry -> entry.senderFault())
                .forEach(entry -> refused.add(messages.get(Integer.parseInt(entry.id()))));
        return new Handed(taken, refused);
    }

    /// What the message says, and to whom; `id` by which it is known again.
    static ObjectNode json(Outbox.Waiting waiting) {
        Message message = waiting.message();
        ObjectNode json = message.content().deepCopy();
        json.put("kind", message.kind()).put("id", waiting.id());
        return to(json, message.to());
    }

    private static ObjectNode to(ObjectNode json, Party party) {
        if (party.subject().isPresent()) {
            return json.put("person", party.subject().get());
        }
        String name = party.name();
        int end = name.indexOf(':');
        return json.put("office", name.substring(0, end)).put("of", name.substring(end + 1));
    }
}
