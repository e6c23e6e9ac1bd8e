package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.Store;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.Settings;
import kz.bagalau.local.start.StartProblem;
import kz.bagalau.rules.Language;
import kz.bagalau.sandbox.QueueServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// On disks that are really full: file systems of a few megabytes, where this session may make
/// some. The parts of the data folder lie on disks of their own where a test is about one of them.
class DiskFullTest {

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());
    private static final String BODY = "before";
    private static final Person HR =
            new Person("h1", List.of("hr"), Optional.of(BODY), Optional.empty());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder;

    private final Deque<Path> disks = new ArrayDeque<>();

    @AfterEach
    void unmount() throws Exception {
        for (Path disk : disks) {
            run("umount", disk.toString());
        }
    }

    @Test
    void everyRouteThatWritesSaysSoAndGoesOnAfterwards() throws Exception {
        Path small = disk("small", "24m");
        try (Host host = start(small);
                Client client = new Client(host.address())) {
            client.send(AGENCY, "PUT", "/bodies/before", body(61)).expect(200);
            Path filler = fill(small, 0);

            Client.Reply refused = writeUntilRefused(client);
            Client.Reply clock = moveClock(client);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().path("code").asText()).isEqualTo("UNAVAILABLE");
            assertThat(clock.status()).isEqualTo(507);
            assertThat(clock.body().path("code").asText()).isEqualTo("DATA_NOT_WRITTEN");
            client.send(AGENCY, "GET", "/bodies", null).expect(200);

            Files.delete(filler);
            client.send(AGENCY, "PUT", "/bodies/after", body(62)).expect(200);
            moveClock(client).expect(200);
            assertThat(ids(client)).contains("before", "after");
        }
        try (Host again = start(small);
                Client client = new Client(again.address())) {
            assertThat(ids(client)).contains("before", "after");
        }
    }

    @Test
    void aMessageThatNoQueueCanKeepIsRefusedInTheCallersLanguageAndSentAgainLater()
            throws Exception {
        Path queues = part("queues", "256k");
        try (Host host = start(folder.resolve("data"));
                Client client = new Client(host.address())) {
            client.send(AGENCY, "PUT", "/bodies/before", body(61)).expect(200);
            ObjectNode order = Json.object().put("year", 2025).put("kind", "PRELIMINARY");
            Path filler = fill(queues, 0);
            AtomicInteger taken = new AtomicInteger();

            for (Language language : Language.values()) {
                HttpResponse<String> refused =
                        untilRefused(
                                filler,
                                taken,
                                () -> run(client, host, order, taken.get(), language));

                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
                assertThat(refused.headers().firstValue("Content-Language"))
                        .hasValue(language.code());
                assertThat(Json.read(refused.body()).path("code").asText())
                        .isEqualTo("UNAVAILABLE");
            }

            Files.delete(filler);
            HttpResponse<String> again = run(client, host, order, taken.get(), Language.EN);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
            String run = Json.read(again.body()).path("id").asText();
            await(() ->
                    client.send(AGENCY, "GET", "/runs/" + run, null)
                            .expect(200)
                            .body()
                            .path("state")
                            .asText()
                            .equals("DONE"));
        }
    }

    /// What the host itself is writing and deleting meanwhile leaves room again and again, which is
    /// filled up at once. A request that found some all the same was taken, and the next is
    /// another.
    ///
    /// @param taken how many were taken so far
    private static HttpResponse<String> untilRefused(
            Path filler, AtomicInteger taken, Callable<HttpResponse<String>> request)
            throws Exception {
        AtomicBoolean filling = new AtomicBoolean(true);
        Thread filled =
                Thread.ofPlatform()
                        .start(() -> {
                            while (filling.get()) {
                                append(filler);
                            }
                        });
        try {
            HttpResponse<String> response = request.call();
            for (int attempt = 1; response.statusCode() == 202 && attempt < 50; attempt++) {
                taken.incrementAndGet();
                response = request.call();
            }
            return response;
        } finally {
            filling.set(false);
            filled.join();
        }
    }

    /// ElasticMQ goes on with what it could not report; so it is written when there is room.
    @Test
    void whatAQueueTookAndCouldNotKeepOutlivesTheHostOnceThereIsRoom() throws Exception {
        Path queues = disk("queues", "256k");
        String url;
        try (var server = QueueServer.inFolder(queues);
                var sqs = server.endpoint().sqs()) {
            url = sqs.createQueue(create -> create.queueName("one")).queueUrl();
            Path filler = fill(queues, 0);
            assertThatThrownBy(
                            () -> sqs.sendMessage(send -> send.queueUrl(url).messageBody("kept")))
                    .isInstanceOf(SdkException.class);

            Files.delete(filler);
            await(() -> messages(queues) > 0);
        }
        try (var server = QueueServer.inFolder(queues);
                var sqs = server.endpoint().sqs()) {
            String again = sqs.createQueue(create -> create.queueName("one")).queueUrl();
            server.restore();
            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(again)).messages())
                    .extracting(message -> message.body())
                    .containsOnly("kept");
        }
    }

    private static long messages(Path queues) {
        try (var files = Files.walk(queues)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"buckets", "arrivals"})
    void aFileThatNoBucketCanTakeIsRefusedAndWhatStoodThereStays(String part) throws Exception {
        Path disk = part(part, "512k");
        try (Host host = start(folder.resolve("data"));
                S3Client s3 = host.services().buckets().s3()) {
            String bucket = host.template().bucket("Uploads").name();
            put(s3, bucket, "a/before", 1_000);
            Path filler = fill(disk, 0);

            for (String key : List.of("a/before", "a/other", "new/folder/other")) {
                assertThatThrownBy(() -> put(s3, bucket, key, 100_000))
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                refused -> assertThat(refused.statusCode()).isEqualTo(503));
            }
            assertThat(size(s3, bucket, "a/before")).isEqualTo(1_000);
            assertThat(s3.listObjectsV2(list -> list.bucket(bucket)).keyCount()).isEqualTo(1);

            Files.delete(filler);
            put(s3, bucket, "new/folder/other", 100_000);
            assertThat(size(s3, bucket, "new/folder/other")).isEqualTo(100_000);
        }
    }

    @Test
    void theOutboxTakesWhatWaitedWhenThereIsRoomAgain() throws Exception {
        Path disk = part("outbox", "64k");
        try (Host host = start(folder.resolve("data"));
                Client client = new Client(host.address())) {
            client.send(AGENCY, "PUT", "/bodies/before", body(61)).expect(200);
            Path filler = fill(disk, 0);
            LocalDate today = LocalDate.now(ZoneOffset.ofHours(5));
            client.send(
                            HR,
                            "POST",
                            "/exit-interviews",
                            Trial.leaving(BODY, "p-1", today).put("deliver", "SMS"))
                    .expect(201);
            await(() -> isTaken(host));
            assertThat(outbox(client)).isZero();

            Files.delete(filler);

            await(() -> outbox(client) == 1);
        }
    }

    /// The message is with the outbox, which cannot keep it.
    private static boolean isTaken(Host host) {
        try (var sqs = host.services().queues().sqs()) {
            String url = Objects.requireNonNull(host.template().queues().get("Messages")).url();
            return sqs.getQueueAttributes(ask -> ask.queueUrl(url).attributeNamesWithStrings("All"))
                    .attributesAsStrings()
                    .getOrDefault("ApproximateNumberOfMessagesNotVisible", "0")
                    .equals("1");
        }
    }

    private static int outbox(Client client) {
        return client.send(null, "GET", "/local/outbox", null).expect(200).body().size();
    }

    /// The room that is left runs out at another place of the rewriting each time.
    @Test
    void aRewritingWithoutRoomLosesNothingAndIsMadeUpFor() throws Exception {
        Path small = disk("small", "24m");
        Set<String> all = new TreeSet<>();
        try (DataFolder data = DataFolder.lock(small);
                Store store = Box.open(data)) {
            try (DynamoDbClient dynamo = store.endpoint().connect()) {
                IntStream.range(0, 400)
                        .mapToObj(number -> "item-" + number + "x".repeat(1_000))
                        .forEach(key -> {
                            Box.put(dynamo, key);
                            all.add(key);
                        });
            }
            for (int room : List.of(0, 8, 40, 80, 200, 400, 600, 800, 1_200)) {
                Path filler = fill(small, room * 1024);

                Store.Rewriting rewriting = store.rewriteInKeyOrder();

                assertThat(Box.items(store)).as(room + " kB: " + rewriting).isEqualTo(all);
                assertThat(store.isAlive()).isTrue();
                Files.delete(filler);
                all.add("after-" + room);
                Box.put(store, "after-" + room);
            }
            assertThat(store.rewriteInKeyOrder()).isEqualTo(new Store.Rewritten());
        }
        try (DataFolder data = DataFolder.lock(small);
                Store store = Box.open(data)) {
            assertThat(Box.items(store)).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStartOnAFullDiskIsRefusedByNameAndLosesNothing(Language language) throws Exception {
        Path small = disk("small", "24m");
        try (DataFolder data = DataFolder.lock(small);
                Store store = Box.open(data)) {
            Box.put(store, "kept");
        }
        Path filler = fill(small, 0);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of(language.code()));
        try {
            assertThatThrownBy(() -> DataFolder.lock(small))
                    .isInstanceOf(NotStarted.class)
                    .hasMessage(StartProblem.DISK_FULL.text(language, small));
        } finally {
            Locale.setDefault(before);
        }
        Files.delete(filler);
        try (DataFolder data = DataFolder.lock(small);
                Store store = Box.open(data)) {
            assertThat(Box.items(store)).containsExactly("kept");
        }
    }

    private static Host start(Path data) {
        return Host.start(new Settings(0, data, true, false), line -> {});
    }

    private Path disk(String name, String size) throws Exception {
        Path disk = Files.createDirectories(folder.resolve(name));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
                "this session may not mount a file system");
        disks.push(disk);
        return disk;
    }

    /// A disk of its own under a part of the data folder of a host that has run once.
    private Path part(String name, String size) throws Exception {
        Path data = folder.resolve("data");
        start(data).close();
        Path part = Files.createDirectories(data.resolve(name));
        Path aside = folder.resolve("aside");
        Files.move(part, aside);
        disk("data/" + name, size);
        assertThat(run("cp", "-a", aside + "/.", part.toString())).isTrue();
        return part;
    }

    /// Whatever reads the folder passes over a file half written.
    ///
    /// @param room that is left, in bytes
    private static Path fill(Path disk, int room) throws IOException, InterruptedException {
        Path left = disk.resolve("left.new");
        Path filler = disk.resolve("filler.new");
        Files.write(left, new byte[room]);
        // What the host was just writing fails and leaves its room, so the disk is filled again.
        int stillFull = 0;
        for (long filled = -1; stillFull < 10; stillFull++) {
            append(filler);
            if (Files.size(filler) > filled) {
                filled = Files.size(filler);
                stillFull = 0;
            }
            Thread.sleep(100);
        }
        Files.delete(left);
        return filler;
    }

    private static void append(Path filler) {
        byte[] piece = new byte[4096];
        try (OutputStream out =
                Files.newOutputStream(
                        filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            return;
        }
    }

    /// The store has room in its own file for a while.
    private static Client.Reply writeUntilRefused(Client client) {
        for (int number = 0; number < 2_000; number++) {
            Client.Reply reply = client.send(AGENCY, "PUT", "/bodies/b-" + number, body(100));
            if (reply.status() != 200) {
                return reply;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    private static Client.Reply moveClock(Client client) {
        ObjectNode to = Json.object().put("now", "2026-12-05T03:00:00Z");
        return client.send(null, "POST", "/local/clock", to);
    }

    /// Orders a run; the same `number` is the same order again.
    private static HttpResponse<String> run(
            Client client, Host host, JsonNode order, int number, Language language)
            throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(host.address().resolve("/runs"))
                            .header("Accept-Language", language.code())
                            .header("Authorization", "Bearer " + client.token(AGENCY))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "order-" + number)
                            .POST(HttpRequest.BodyPublishers.ofString(Json.write(order)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void put(S3Client s3, String bucket, String key, int size) {
        s3.putObject(
                request -> request.bucket(bucket).key(key), RequestBody.fromBytes(new byte[size]));
    }

    private static long size(S3Client s3, String bucket, String key) {
        return s3.headObject(request -> request.bucket(bucket).key(key)).contentLength();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }

    private static String ids(Client client) {
        JsonNode bodies = client.send(AGENCY, "GET", "/bodies", null).expect(200).body();
        return bodies.findValuesAsText("id").toString();
    }

    private static ObjectNode body(int headcount) {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", headcount);
        body.putObject("name")
                .put("kk", "Министрлік")
                .put("ru", "Министерство")
                .put("en", "Ministry");
        return body;
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
