package kz.bagalau.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.Status;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.MessageId;
import org.elasticmq.NewMessageData;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.SendMessage;
import scala.Option;

/// Who waits for which message to be taken. ElasticMQ answers nothing to a sender whose message
/// could not be kept ([MessageAdded]); each of its queues has a gate here that notes the sender
/// first, so that whoever keeps messages can refuse one at once.
final class Senders {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, ActorRef> waiting = new ConcurrentHashMap<>();

    /// The message could not be kept: its sender, if one waits, gets the failure.
    void refuse(String message, Exception why) {
        ActorRef sender = waiting.remove(message);
        if (sender != null) {
            sender.tell(new Status.Failure(why), ActorRef.noSender());
        }
    }

    /// The message was kept, and ElasticMQ answers.
    void forget(String message) {
        waiting.remove(message);
    }

    /// ElasticMQ's queues as senders find them: each behind a gate.
    final class Gates extends AbstractActor {

        private final ActorRef queues;
        private final Map<ActorRef, ActorRef> gates = new HashMap<>();

        Gates(ActorRef queues) {
            this.queues = queues;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(LookupQueue.class, lookup -> find(lookup, getSender()))
                    .match(Found.class, found -> found.sender().tell(behindGate(found), getSelf()))
                    .matchAny(other -> queues.forward(other, getContext()))
                    .build();
        }

        private void find(LookupQueue lookup, ActorRef sender) {
            Patterns.pipe(
                            Patterns.ask(queues, lookup, PATIENCE)
                                    .thenApply(queue -> new Found((Option<?>) queue, sender)),
                            getContext().dispatcher())
                    .to(getSelf());
        }

        private Option<ActorRef> behindGate(Found found) {
            return found.queue().map(queue -> gates.computeIfAbsent((ActorRef) queue, this::gate));
        }

        private ActorRef gate(ActorRef queue) {
            return getContext().actorOf(Props.create(Gate.class, () -> new Gate(queue)));
        }
    }

    /// @param sender who asked for the queue
    private record Found(Option<?> queue, ActorRef sender) {}

    private final class Gate extends AbstractActor {

        private final ActorRef queue;

        Gate(ActorRef queue) {
            this.queue = queue;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(SendMessage.class, send -> queue.forward(noted(send), getContext()))
                    .matchAny(other -> queue.forward(other, getContext()))
                    .build();
        }

        private SendMessage noted(SendMessage send) {
            NewMessageData message = send.message();
            MessageId id =
                    message.id().isDefined()
                            ? message.id().get()
                            : new MessageId(UUID.randomUUID().toString());
            waiting.put(id.id(), getSender());
            return new SendMessage(
                    message.copy(
                            Option.apply(id),
                            message.content(),
                            message.messageAttributes(),
                            message.nextDelivery(),
                            message.messageGroupId(),
                            message.messageDeduplicationId(),
                            message.orderIndex(),
                            message.tracingId(),
                            message.sequenceNumber(),
                            message.deadLetterSourceQueueName()));
        }
    }
}
