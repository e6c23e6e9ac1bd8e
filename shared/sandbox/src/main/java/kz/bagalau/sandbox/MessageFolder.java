package kz.bagalau.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent.MessageAdded;
import org.elasticmq.actor.queue.QueueEvent.MessageRemoved;
import org.elasticmq.actor.queue.QueueEvent.MessageUpdated;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/// The messages of all queues as files, one a message: `<queue>/<message>.json`. A file is on the
/// disk before the sender of its message is answered, and gone before whoever deleted it is.
final class MessageFolder {

    private static final String JSON = ".json";

    private final Path folder;

    MessageFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps what ElasticMQ reports of its messages. ElasticMQ answers the sender of a message when
    /// this has answered that the message is kept, and nobody where it has not: then the sender is
    /// answered from here. ElasticMQ goes on with the message all the same, so it is written as
    /// soon as it can be.
    final class Keeper extends AbstractActorWithTimers {

        private static final Duration AGAIN = Duration.ofSeconds(1);

        private final Senders senders;

        /// What could not be written or deleted yet, by message.
        private final Map<String, Runnable> owed = new LinkedHashMap<>();

        private record Try() {}

        Keeper(Senders senders) {
            this.senders = senders;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(
                            MessageAdded.class,
                            added ->
                                    keep(
                                            added.message().id(),
                                            () -> write(added.queueName(), added.message())))
                    // Who has received it: a receiver of this process, and gone with it.
                    .match(MessageUpdated.class, updated -> answer())
                    .match(
                            MessageRemoved.class,
                            removed ->
                                    keep(
                                            removed.messageId(),
                                            () -> delete(removed.queueName(), removed.messageId())))
                    .match(Try.class, again -> keepOwed())
                    .matchAny(other -> {})
                    .build();
        }

        private void keep(String message, Runnable work) {
            owed.remove(message);
            try {
                work.run();
            } catch (UncheckedIOException e) {
                owed.put(message, work);
                getTimers().startSingleTimer(Try.class, new Try(), AGAIN);
                senders.refuse(message, e);
                Log.failure("queues", e);
                return;
            }
            senders.forget(message);
            answer();
        }

        private void answer() {
            getSender().tell(OperationSuccessful$.MODULE$, getSelf());
        }

        private void keepOwed() {
            for (Map.Entry<String, Runnable> one : List.copyOf(owed.entrySet())) {
                try {
                    one.getValue().run();
                    owed.remove(one.getKey());
                } catch (UncheckedIOException e) {
                    getTimers().startSingleTimer(Try.class, new Try(), AGAIN);
                    return;
                }
            }
        }
    }

    /// The messages by queue, the oldest first. What a process left half written was never answered
    /// for, and is removed; what is no message is put aside, and stops no other.
    Map<String, List<InternalMessage>> read() {
        Map<String, List<InternalMessage>> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = "" + file.getFileName();
                if (name.endsWith(DurableFiles.HALF)) {
                    Files.delete(file);
                } else if (!DurableFiles.isLeftOver(name)) {
                    read(file)
                            .ifPresentOrElse(
                                    message ->
                                            all.computeIfAbsent(
                                                            queue(file), queue -> new ArrayList<>())
                                                    .add(message),
                                    () -> DurableFiles.putAside(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.values()
                .forEach(messages ->
                        messages.sort((one, other) -> one.created().compareTo(other.created())));
        return all;
    }

    private static String queue(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    /// Empty where it is none of ours: cut off, of another shape, or under another name.
    private static Optional<InternalMessage> read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        try {
            JsonNode json = Json.parse(text);
            return file.endsWith(json.path("id").asText() + JSON)
                            && json.path("content").isTextual()
                            && json.path("receives").isInt()
                    ? Optional.of(message(json))
                    : Optional.empty();
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void write(String queue, InternalMessage message) {
        DurableFiles.write(file(queue, message.id()), Json.write(json(message)));
    }

    private void delete(String queue, String message) {
        try {
            Files.deleteIfExists(file(queue, message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String queue, String message) {
        return folder.resolve(queue).resolve(message + JSON);
    }

    private static ObjectNode json(InternalMessage message) {
        ObjectNode json = Json.object();
        json.put("id", message.id());
        json.put("content", message.content().value());
        json.put("created", message.created().toString());
        json.put("receives", message.receiveCount());
        if (message.firstReceive() instanceof OnDateTimeReceived received) {
            json.put("received", received.when().toString());
        }
        if (message.deadLetterSourceQueueName().isDefined()) {
            json.put("deadLetterOf", message.deadLetterSourceQueueName().get());
        }
        CollectionConverters.asJava(message.deliveryReceipts())
                .forEach(json.putArray("receipts")::add);
        ObjectNode attributes = json.putObject("attributes");
        CollectionConverters.asJava(message.messageAttributes())
                .forEach((name, attribute) -> {
                    ObjectNode one = attributes.putObject(name);
                    one.put("type", attribute.getDataType());
                    one.put("value", value(attribute));
                });
        return json;
    }

    private static String value(MessageAttribute attribute) {
        return switch (attribute) {
            case StringMessageAttribute text -> text.stringValue();
            case NumberMessageAttribute number -> number.stringValue();
            case BinaryMessageAttribute bytes -> bytes.asBase64();
            default -> throw new IllegalArgumentException("no attribute: " + attribute);
        };
    }

    private static InternalMessage message(JsonNode json) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        json.path("attributes")
                .properties()
                .forEach(entry -> attributes.put(entry.getKey(), attribute(entry.getValue())));
        List<String> receipts = new ArrayList<>();
        json.path("receipts").forEach(receipt -> receipts.add(receipt.asText()));
        return new InternalMessage(
                json.path("id").asText(),
                CollectionConverters.asScala(receipts),
                0,
                new MessageContent(json.path("content").asText()),
                Map$.MODULE$.from(CollectionConverters.asScala(attributes)),
                OffsetDateTime.parse(json.path("created").asText()),
                0,
                json.has("received")
                        ? new OnDateTimeReceived(
                                OffsetDateTime.parse(json.path("received").asText()))
                        : NeverReceived$.MODULE$,
                json.path("receives").asInt(),
                false,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                json.has("deadLetterOf")
                        ? Option.apply(json.path("deadLetterOf").asText())
                        : Option.empty());
    }

    /// `Number.int` is the type `Number` with the sender's own word after it.
    private static MessageAttribute attribute(JsonNode json) {
        String[] type = json.path("type").asText().split("\\.", 2);
        Option<String> own = type.length == 2 ? Option.apply(type[1]) : Option.empty();
        String value = json.path("value").asText();
        return switch (type[0]) {
            case "Number" -> new NumberMessageAttribute(value, own);
            case "Binary" -> BinaryMessageAttribute.fromBase64(value, own);
            default -> new StringMessageAttribute(value, own);
        };
    }
}
