package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

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
import kz.bagalau.local.fixture.CollectDeadLetters;
import kz.bagalau.local.fixture.Work;
import kz.bagalau.local.host.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Queues as Lambda reads them, on a small template of their own.
@ResourceLock(Fed.LOCK)
class QueueConsumersTest {

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
        CollectDeadLetters.letters().clear();
    }

    @Test
    void aMessageReachesItsFunctionAsLambdaWouldWriteIt() throws InterruptedException {
        send("hello");

        JsonNode seen = next();
        assertThat(seen.path("body").asText()).isEqualTo("hello");
        assertThat(seen.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(seen.path("eventSourceARN").asText())
                .isEqualTo("arn:aws:sqs:eu-central-1:000000000000:f-Jobs");
        assertThat(seen.path("awsRegion").asText()).isEqualTo("eu-central-1");
        assertThat(receives(seen)).isEqualTo("1");
        assertThat(seen.path("attributes").has("SentTimestamp")).isTrue();
        assertThat(seen.path("messageId").asText()).isNotBlank();
        assertThat(seen.path("receiptHandle").asText()).isNotBlank();
        assertThat(seen.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(seen.path("messageAttributes")).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void aFunctionSendsToTheQueuesOfItsPolicy() throws InterruptedException {
        runtime.sqs()
                .sendMessage(send -> send.queueUrl(runtime.env("JOBS_QUEUE")).messageBody("mine"));

        assertThat(next().path("body").asText()).isEqualTo("mine");
    }

    @Test
    void aMessageThatFailsComesAgainAndThenGoesToTheDeadLetters() throws InterruptedException {
        send("throw");

        assertThat(receives(next())).isEqualTo("1");
        assertThat(receives(next())).isEqualTo("2");
        assertThat(CollectDeadLetters.letters().poll(20, TimeUnit.SECONDS)).isEqualTo("throw");
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
            bodies.add(next().path("body").asText());
        }
        assertThat(bodies).filteredOn("fail"::equals).hasSize(2);
        assertThat(bodies)
                .filteredOn(body -> body.startsWith("good"))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(CollectDeadLetters.letters().poll(20, TimeUnit.SECONDS)).isEqualTo("fail");
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

    /// Cut off, foreign, empty, under another name; and one of a queue that the template has no
    /// more.
    @Test
    void aMessageThatCannotBeRead_isPutAside_andStopsNeitherTheStartNorTheOthers()
            throws Exception {
        Path data = folder.resolve("broken");
        try (Host first = Fed.host(data);
                SqsClient queues = first.services().queues().sqs()) {
            queues.sendMessage(send -> send.queueUrl(url("Kept")).messageBody("whole"));
        }
        Path kept = data.resolve("queues/f-Kept");
        String whole;
        try (var files = Files.list(kept)) {
            whole = Files.readString(files.findFirst().orElseThrow());
        }
        List<String> broken =
                List.of(
                        "",
                        "{\"id\":",
                        "{}",
                        "[1]",
                        "null",
                        whole,
                        "{\"id\":\"b6\",\"content\":\"x\"}");
        for (int i = 0; i < broken.size(); i++) {
            Files.writeString(kept.resolve("b" + i + ".json"), broken.get(i));
        }
        Files.write(kept.resolve("b9.json"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        Files.createDirectories(data.resolve("queues/f-Gone"));
        Files.writeString(data.resolve("queues/f-Gone/x.json"), whole);

        try (Host second = Fed.host(data);
                SqsClient queues = second.services().queues().sqs()) {
            assertThat(receive(queues)).containsExactly("whole");
        }
        try (var files = Files.list(kept)) {
            assertThat(files.map(file -> "" + file.getFileName()))
                    .filteredOn(name -> name.endsWith(".broken"))
                    .hasSize(broken.size() + 1)
                    .contains("b0.json.broken", "b5.json.broken", "b9.json.broken");
        }
    }

    @Test
    void deadLettersAreSentBackToTheirQueue_byTheRouteAndByThePage() throws Exception {
        sqs.sendMessage(send -> send.queueUrl(url("FailedFiles")).messageBody("one"));
        sqs.sendMessage(send -> send.queueUrl(url("FailedFiles")).messageBody("two"));
        assertThat(get(host.address().resolve("/local/queues")))
                .contains(
                        "{\"id\":\"FailedFiles\",\"deadLettersOf\":\"Files\",\"waiting\":2,\"away\":0}");

        assertThat(post("/local/queues/FailedFiles/redrive", "application/json").body())
                .contains("\"waiting\":2");

        assertThat(List.of(next().path("body").asText(), next().path("body").asText()))
                .containsExactlyInAnyOrder("one", "two");
        sqs.sendMessage(send -> send.queueUrl(url("FailedFiles")).messageBody("three"));
        HttpResponse<String> page = post("/local/queues/FailedFiles/redrive", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<th scope=\"row\">FailedFiles</th>");
        assertThat(next().path("body").asText()).isEqualTo("three");
        assertThat(post("/local/queues/Files/redrive", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(post("/local/queues/Nothing/redrive", "application/json").statusCode())
                .isEqualTo(404);
    }

    /// What was sent back is on the disk in its queue, and in no other.
    @Test
    void deadLettersThatWereSentBack_surviveARestartOnce() throws Exception {
        Path data = folder.resolve("redriven");
        try (Host first = Fed.host(data);
                SqsClient queues = first.services().queues().sqs()) {
            queues.sendMessage(send -> send.queueUrl(url("Lost")).messageBody("letter"));
            try (HttpClient http = HttpClient.newHttpClient()) {
                http.send(
                        HttpRequest.newBuilder(
                                        first.address().resolve("/local/queues/Lost/redrive"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            assertThat(receive(queues)).containsExactly("letter");
        }
        try (Host second = Fed.host(data);
                SqsClient queues = second.services().queues().sqs()) {
            assertThat(receive(queues)).containsExactly("letter");
            assertThat(data.resolve("queues/f-Lost")).isEmptyDirectory();
        }
    }

    private static HttpResponse<String> post(String path, String accept) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            return http.send(
                    HttpRequest.newBuilder(host.address().resolve(path))
                            .header("Accept", accept)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
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

    private static JsonNode next() throws InterruptedException {
        JsonNode next = Work.seen().poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a message within 20 seconds").isNotNull();
        return next;
    }

    private static String receives(JsonNode message) {
        return message.path("attributes").path("ApproximateReceiveCount").asText();
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
