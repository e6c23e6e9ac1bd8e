package kz.bagalau.local;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Log;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Calls functions with the messages of the queues that feed them, as Lambda's own receivers do: in
/// batches, at most so many at once as the template says. What a function has worked off is
/// deleted; what it names as failed, or everything where it fails itself, comes again when its time
/// away is over, and goes to the dead letters in the end.
final class QueueConsumers implements AutoCloseable {

    private static final int WAIT_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int DRAIN_SECONDS = 2;

    private final Template template;
    private final Functions functions;
    private final Timekeeper timekeeper;
    private final SqsClient sqs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    /// Starts to receive.
    QueueConsumers(Template template, Functions functions, Timekeeper timekeeper, SqsClient sqs) {
        this.template = template;
        this.functions = functions;
        this.timekeeper = timekeeper;
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
            Object answer =
                    timekeeper.during(() -> functions.feed(feed.function(), event(feed, batch)));
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
    private static Set<String> failed(
            Template.Feed feed, @Nullable Object answer, List<Message> batch) {
        Set<String> all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        if (!feed.reportsFailures()
                || !(answer instanceof SQSBatchResponse response)
                || response.getBatchItemFailures() == null) {
            return Set.of();
        }
        Set<String> failed = new HashSet<>();
        for (SQSBatchResponse.BatchItemFailure failure : response.getBatchItemFailures()) {
            String id = failure.getItemIdentifier();
            if (id == null || !all.contains(id)) {
                return all;
            }
            failed.add(id);
        }
        return failed;
    }

    private static SQSEvent event(Template.Feed feed, List<Message> batch) {
        SQSEvent event = new SQSEvent();
        event.setRecords(batch.stream().map(message -> record(feed, message)).toList());
        return event;
    }

    private static SQSEvent.SQSMessage record(Template.Feed feed, Message message) {
        SQSEvent.SQSMessage record = new SQSEvent.SQSMessage();
        record.setMessageId(message.messageId());
        record.setReceiptHandle(message.receiptHandle());
        record.setBody(message.body());
        record.setMd5OfBody(message.md5OfBody());
        record.setEventSource("aws:sqs");
        record.setEventSourceArn(feed.queue());
        record.setAwsRegion(feed.queue().split(":", -1)[3]);
        record.setAttributes(message.attributesAsStrings());
        Map<String, SQSEvent.MessageAttribute> attributes = new LinkedHashMap<>();
        message.messageAttributes()
                .forEach((name, value) -> {
                    SQSEvent.MessageAttribute attribute = new SQSEvent.MessageAttribute();
                    attribute.setDataType(value.dataType());
                    attribute.setStringValue(value.stringValue());
                    if (value.binaryValue() != null) {
                        attribute.setBinaryValue(value.binaryValue().asByteBuffer());
                    }
                    attributes.put(name, attribute);
                });
        record.setMessageAttributes(attributes);
        return record;
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
