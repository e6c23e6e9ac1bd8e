package kz.bagalau.local.background;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.local.functions.Functions;
import kz.bagalau.sandbox.Template;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Calls functions with the messages of the queues that feed them, as Lambda's own receivers do: in
/// batches, at most so many at once as the template says. What a function has worked off is
/// deleted; what it names as failed, or everything where it fails itself, comes again when its time
/// away is over, and goes to the dead letters in the end.
public final class QueueConsumers implements AutoCloseable {

    private static final int WAIT_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int DRAIN_SECONDS = 2;

    private final Template template;
    private final Functions functions;
    private final Scheduler scheduler;
    private final SqsClient sqs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    /// Starts to receive.
    public QueueConsumers(
            Template template, Functions functions, Scheduler scheduler, SqsClient sqs) {
        this.template = template;
        this.functions = functions;
        this.scheduler = scheduler;
        this.sqs = sqs;
        for (Template.Feed feed : template.feeds()) {
            Thread.ofVirtual().name(feed.id()).start(() -> receive(feed));
        }
    }

    private void receive(Template.Feed feed) {
        String url = template.queueOfArn(feed.queue()).url();
        Semaphore free = new Semaphore(feed.concurrency());
        try {
            while (!closing) {
                free.acquire();
                List<Message> batch = receive(feed, url);
                if (batch.isEmpty()) {
                    free.release();
                } else {
                    threads.execute(() -> {
                        try {
                            deliver(feed, url, batch);
                        } finally {
                            free.release();
                        }
                    });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            // Closing: the messages come again after the next start.
        }
    }

    private List<Message> receive(Template.Feed feed, String url) throws InterruptedException {
        try {
            return sqs.receiveMessage(request ->
                            request.queueUrl(url)
                                    .maxNumberOfMessages(feed.batch())
                                    .waitTimeSeconds(WAIT_SECONDS)
                                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                    .messageAttributeNames("All"))
                    .messages();
        } catch (SdkException | IllegalStateException e) {
            if (!closing) {
                Log.failure(feed.id(), e);
                Thread.sleep(PAUSE);
            }
            return List.of();
        }
    }

    private void deliver(Template.Feed feed, String url, List<Message> batch) {
        try {
            JsonNode answer =
                    scheduler.during(() -> functions.feed(feed.function(), event(feed, batch)));
            Set<String> failed = failed(feed, answer, batch);
            List<DeleteMessageBatchRequestEntry> done =
                    batch.stream()
                            .filter(message -> !failed.contains(message.messageId()))
                            .map(message ->
                                    DeleteMessageBatchRequestEntry.builder()
                                            .id(message.messageId())
                                            .receiptHandle(message.receiptHandle())
                                            .build())
                            .toList();
            if (!done.isEmpty()) {
                sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(done));
            }
        } catch (Functions.Failed e) {
            Log.event("batch failed", Map.of("feed", feed.id()));
        } catch (SdkException | IllegalStateException e) {
            if (!closing) {
                Log.failure(feed.id(), e);
            }
        }
    }

    /// No answer means that all went well; one that names a message outside the batch, or none
    /// where it should, that nothing did (Lambda, "partial batch responses").
    private static Set<String> failed(Template.Feed feed, JsonNode answer, List<Message> batch) {
        Set<String> all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        Set<String> failed = new HashSet<>();
        if (feed.reportsFailures()) {
            for (JsonNode failure : answer.path("batchItemFailures")) {
                String id = failure.path("itemIdentifier").asText();
                if (!all.contains(id)) {
                    return all;
                }
                failed.add(id);
            }
        }
        return failed;
    }

    private static ObjectNode event(Template.Feed feed, List<Message> batch) {
        ObjectNode event = Json.object();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(record(feed, message)));
        return event;
    }

    private static ObjectNode record(Template.Feed feed, Message message) {
        ObjectNode record =
                Json.object()
                        .put("messageId", message.messageId())
                        .put("receiptHandle", message.receiptHandle())
                        .put("body", message.body());
        ObjectNode attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        ObjectNode own = record.putObject("messageAttributes");
        message.messageAttributes()
                .forEach((name, value) -> {
                    ObjectNode attribute = own.putObject(name).put("dataType", value.dataType());
                    if (value.stringValue() != null) {
                        attribute.put("stringValue", value.stringValue());
                    }
                    if (value.binaryValue() != null) {
                        attribute.put("binaryValue", value.binaryValue().asByteArray());
                    }
                });
        return record.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", feed.queue())
                .put("awsRegion", feed.queue().split(":", -1)[3]);
    }

    /// Lets the calls under way end, for a moment: a message whose call is cut short comes again.
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sqs.close();
    }
}
