package kz.bagalau.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.sandbox.Template;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The messages to people that the queue `Messages` delivered. On AWS another system takes and
/// sends them; here they are kept, so that a person who tries Bagalau out can read what would have
/// been sent.
public final class Outbox implements AutoCloseable {

    private static final String QUEUE = "Messages";
    private static final String FOLDER = "outbox";
    private static final int WAIT_SECONDS = 5;

    private final DataFolder data;
    private final Optional<Template.Queue> queue;
    private final SqsClient sqs;
    private volatile boolean closing;

    /// Starts to receive, where the template has the queue.
    public Outbox(DataFolder data, Template template, SqsClient sqs) {
        this.data = data;
        this.sqs = sqs;
        this.queue = Optional.ofNullable(template.queues().get(QUEUE));
        queue.ifPresent(one -> Thread.ofVirtual().name(FOLDER).start(() -> receive(one)));
    }

    /// What was delivered, the oldest first.
    public List<JsonNode> messages() {
        return data.list(FOLDER).stream()
                .flatMap(file -> kept(file).stream())
                .sorted(Comparator.comparing(message -> Instant.parse(message.path("at").asText())))
                .toList();
    }

    /// Empty where the file is none of ours or cut off: it is put aside.
    private Optional<JsonNode> kept(String file) {
        try {
            JsonNode message = Json.parse(data.read(file).orElse(""));
            Instant.parse(message.path("at").asText());
            return Optional.of(message);
        } catch (JsonProcessingException | DateTimeException e) {
            data.putAside(file);
            return Optional.empty();
        }
    }

    private void receive(Template.Queue from) {
        while (!closing) {
            try {
                sqs.receiveMessage(request ->
                                request.queueUrl(from.url())
                                        .maxNumberOfMessages(10)
                                        .waitTimeSeconds(WAIT_SECONDS)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.SENT_TIMESTAMP))
                        .messages()
                        .forEach(message -> keep(from, message));
            } catch (SdkException | IllegalStateException e) {
                if (!closing) {
                    Log.failure(QUEUE, e);
                    pause();
                }
            }
        }
    }

    /// A message that comes twice is kept once.
    private void keep(Template.Queue from, Message message) {
        long sent =
                Long.parseLong(
                        Objects.requireNonNull(
                                message.attributes()
                                        .get(MessageSystemAttributeName.SENT_TIMESTAMP)));
        ObjectNode kept = Json.object().put("id", message.messageId());
        kept.put("at", Instant.ofEpochMilli(sent).toString());
        kept.set("message", content(message.body()));
        if (!written(FOLDER + "/" + message.messageId(), Json.write(kept))) {
            return;
        }
        sqs.deleteMessage(
                delete -> delete.queueUrl(from.url()).receiptHandle(message.receiptHandle()));
    }

    /// Waits until there is room: a message that cannot be kept must not end among the undelivered.
    ///
    /// @return false where the host ends first
    private boolean written(String file, String text) {
        while (!closing) {
            try {
                data.write(file, text);
                return true;
            } catch (DataFolder.NotWritten e) {
                Log.failure(QUEUE, e);
                pause();
            }
        }
        return false;
    }

    private static JsonNode content(String body) {
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(body);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        sqs.close();
    }
}
