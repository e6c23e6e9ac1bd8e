package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.fixture.Mourn;
import kz.bagalau.local.fixture.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Queues as Lambda reads them, on a small template of their own.
class FeedsTest {

    @TempDir static Path folder;

    private static Host host;
    private static SqsClient sqs;
    private static Runtime runtime;

    @BeforeAll
    static void start() {
        host = Fed.host(folder.resolve("data"));
        runtime = Work.runtime();
        sqs = host.services().queues().sqs();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        host.close();
    }

    @BeforeEach
    void forget() {
        Work.seen().clear();
        Mourn.letters().clear();
    }

    @Test
    void aMessageReachesItsFunctionAsLambdaWouldWriteIt() throws InterruptedException {
        send("hello");

        SQSEvent.SQSMessage seen = next();
        assertThat(seen.getBody()).isEqualTo("hello");
        assertThat(seen.getEventSource()).isEqualTo("aws:sqs");
        assertThat(seen.getEventSourceArn())
                .isEqualTo("arn:aws:sqs:eu-central-1:000000000000:f-Jobs");
        assertThat(seen.getAwsRegion()).isEqualTo("eu-central-1");
        assertThat(seen.getAttributes())
                .containsEntry("ApproximateReceiveCount", "1")
                .containsKey("SentTimestamp");
        assertThat(seen.getMessageId()).isNotBlank();
        assertThat(seen.getReceiptHandle()).isNotBlank();
        assertThat(left()).isZero();
    }

    @Test
    void aFunctionSendsToTheQueuesOfItsPolicy() throws InterruptedException {
        runtime.sqs()
                .sendMessage(send -> send.queueUrl(runtime.env("JOBS_QUEUE")).messageBody("mine"));

        assertThat(next().getBody()).isEqualTo("mine");
    }

    @Test
    void aMessageThatFailsComesAgainAndThenGoesToTheDeadLetters() throws InterruptedException {
        send("throw");

        assertThat(next().getAttributes()).containsEntry("ApproximateReceiveCount", "1");
        assertThat(next().getAttributes()).containsEntry("ApproximateReceiveCount", "2");
        assertThat(Mourn.letters().poll(20, TimeUnit.SECONDS)).isEqualTo("throw");
        assertThat(Work.seen()).isEmpty();
        assertThat(left()).isZero();
    }

    /// The messages named as failed come again, the others of the batch do not.
    @Test
    void ofABatchOnlyWhatFailedComesAgain() throws InterruptedException {
        sqs.sendMessageBatch(batch ->
                batch.queueUrl(url("Jobs"))
                        .entries(
                                IntStream.range(0, 6)
                                        .mapToObj(i ->
                                                SendMessageBatchRequestEntry.builder()
                                                        .id("m" + i)
                                                        .messageBody(i == 3 ? "fail" : "good " + i)
                                                        .build())
                                        .toList()));

        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            bodies.add(next().getBody());
        }
        assertThat(bodies).filteredOn("fail"::equals).hasSize(2);
        assertThat(bodies)
                .filteredOn(body -> body.startsWith("good"))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(Mourn.letters().poll(20, TimeUnit.SECONDS)).isEqualTo("fail");
        assertThat(Work.seen()).isEmpty();
    }

    @Test
    void noMoreCallsAtOnceThanTheTemplateAllows() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            send("slow");
        }

        for (int i = 0; i < 6; i++) {
            next();
        }
        assertThat(Work.mostAtOnce()).isLessThanOrEqualTo(2);
    }

    @Test
    void theOutboxShowsWhatTheQueueOfMessagesDelivered() throws Exception {
        sqs.sendMessage(send ->
                send.queueUrl(url("Messages"))
                        .messageBody("{\"to\":\"a@b.example\",\"text\":\"hi\"}"));
        sqs.sendMessage(send -> send.queueUrl(url("Messages")).messageBody("no JSON"));

        JsonNode outbox = Json.read("[]");
        for (int tries = 0; tries < 100 && outbox.size() < 2; tries++) {
            Thread.sleep(100);
            outbox = Json.read(get(host.address().resolve("/local/outbox")));
        }
        assertThat(outbox).hasSize(2);
        assertThat(outbox.at("/0/message/to").asText()).isEqualTo("a@b.example");
        assertThat(outbox.at("/0/at").asText()).startsWith("20").endsWith("Z");
        assertThat(outbox.at("/1/message").asText()).isEqualTo("no JSON");
    }

    @Test
    void messagesAndOutboxSurviveARestart() throws Exception {
        Path data = folder.resolve("restarted");
        try (Host first = Fed.host(data);
                SqsClient queues = first.services().queues().sqs()) {
            queues.sendMessage(send -> send.queueUrl(url("Kept")).messageBody("қалды"));
            queues.sendMessage(send -> send.queueUrl(url("Kept")).messageBody("away"));
            assertThat(receive(queues)).isNotEmpty();
        }
        // What a process that was killed left half written.
        Files.writeString(data.resolve("queues/f-Kept/half.new"), "{\"id\":");
        try (Host second = Fed.host(data);
                SqsClient queues = second.services().queues().sqs()) {
            List<String> bodies = new ArrayList<>(receive(queues));
            bodies.addAll(receive(queues));
            assertThat(bodies).containsExactlyInAnyOrder("қалды", "away");
        }
        assertThat(data.resolve("queues/f-Kept/half.new")).doesNotExist();
    }

    @Test
    void aHostStopsWithinSecondsWhileItWaitsForMessages() {
        Host other = Fed.host(folder.resolve("other"));
        long started = System.nanoTime();

        other.close();

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofSeconds(20));
    }

    private static List<String> receive(SqsClient queues) {
        return queues
                .receiveMessage(receive ->
                        receive.queueUrl(url("Kept")).maxNumberOfMessages(1).waitTimeSeconds(5))
                .messages()
                .stream()
                .map(message -> message.body())
                .toList();
    }

    private static void send(String body) {
        sqs.sendMessage(send -> send.queueUrl(url("Jobs")).messageBody(body));
    }

    private static SQSEvent.SQSMessage next() throws InterruptedException {
        SQSEvent.SQSMessage next = Work.seen().poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a message within 20 seconds").isNotNull();
        return next;
    }

    /// How many messages the queue still holds, after a moment in which they may be deleted.
    private static int left() throws InterruptedException {
        int left = -1;
        for (int tries = 0; tries < 50 && left != 0; tries++) {
            Thread.sleep(50);
            left =
                    sqs
                            .getQueueAttributes(get ->
                                    get.queueUrl(url("Jobs"))
                                            .attributeNames(QueueAttributeName.ALL))
                            .attributesAsStrings()
                            .entrySet()
                            .stream()
                            .filter(one -> one.getKey().startsWith("ApproximateNumberOfMessages"))
                            .mapToInt(one -> Integer.parseInt(one.getValue()))
                            .sum();
        }
        return left;
    }

    private static String url(String queue) {
        return host.template().queue(queue).url();
    }

    private static String get(URI address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
