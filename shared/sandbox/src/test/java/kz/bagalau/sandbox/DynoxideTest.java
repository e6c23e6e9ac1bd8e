package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynoxideTest {

    private static final Template TEMPLATE = Template.parse(TemplateTest.YAML, "", Map.of());

    private static final String ABSENT = "attribute_not_exists(pk)";
    private static final ReturnValuesOnConditionCheckFailure OLD =
            ReturnValuesOnConditionCheckFailure.ALL_OLD;

    @TempDir Path folder;

    @Test
    void whatIsWrittenToAFileIsThereAfterARestart() {
        Path file = folder.resolve("store.db");
        try (Dynoxide first = Dynoxide.onFile(file)) {
            DynamoDbClient dynamo = Endpoint.of(first).connect();
            new Tables(dynamo, TEMPLATE).create();
            dynamo.putItem(put -> put.tableName("Books").item(item("one", "t")));
        }
        try (Dynoxide second = Dynoxide.onFile(file)) {
            DynamoDbClient dynamo = Endpoint.of(second).connect();
            new Tables(dynamo, TEMPLATE).create();
            assertThat(dynamo.scan(scan -> scan.tableName("Books")).items())
                    .containsExactly(item("one", "t"));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    /// Each store's output is read to its end, which comes when the store ends.
    @Test
    void asManyStoresAsProcessors_leaveTheVirtualThreadsTheirs() {
        int processors = Runtime.getRuntime().availableProcessors();
        assumeThat(processors).isLessThanOrEqualTo(8);
        List<Dynoxide> stores = new ArrayList<>();
        try {
            for (int i = 0; i < processors; i++) {
                stores.add(Dynoxide.inMemory());
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Thread.ofVirtual().start(() -> {}).join());
        } finally {
            stores.forEach(Dynoxide::close);
        }
    }

    @Test
    void theTablesAreTheTemplates() {
        try (Dynoxide server = Dynoxide.inMemory()) {
            DynamoDbClient dynamo = Endpoint.of(server).connect();
            new Tables(dynamo, TEMPLATE).create();

            assertThat(dynamo.listTables().tableNames())
                    .containsExactlyInAnyOrder("Books", "Secrets");
            assertThat(
                            dynamo.describeTimeToLive(ttl -> ttl.tableName("Books"))
                                    .timeToLiveDescription())
                    .satisfies(ttl -> {
                        assertThat(ttl.attributeName()).isEqualTo("expires");
                        assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                    });
        }
    }

    @Test
    void aTableOfAnotherVersionIsNotTakenForTheTemplates() {
        try (Dynoxide server = Dynoxide.inMemory()) {
            DynamoDbClient dynamo = Endpoint.of(server).connect();
            new Tables(dynamo, TEMPLATE).create();
            Template other =
                    Template.parse(
                            TemplateTest.YAML.replace("IndexName: ByTitle", "IndexName: Titles"),
                            "",
                            Map.of());

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new Tables(dynamo, other).create())
                    .withMessageContaining("Books")
                    .withMessageContaining("BAGALAU_DATA");
        }
    }

    /// What the stores of the functions rely on.
    @Test
    void aFailedConditionTellsTheItemItFailedOn() {
        try (Dynoxide server = Dynoxide.inMemory()) {
            DynamoDbClient dynamo = Endpoint.of(server).connect();
            new Tables(dynamo, TEMPLATE).create();
            dynamo.putItem(put -> put.tableName("Books").item(item("one", "first")));

            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() ->
                            dynamo.putItem(put ->
                                    put.tableName("Books")
                                            .item(item("one", "second"))
                                            .conditionExpression(ABSENT)
                                            .returnValuesOnConditionCheckFailure(OLD)))
                    .satisfies(
                            failure -> assertThat(failure.item()).isEqualTo(item("one", "first")));
        }
    }

    @Test
    void aCancelledTransactionTellsTheReasonOfEachPartAndWritesNothing() {
        try (Dynoxide server = Dynoxide.inMemory()) {
            DynamoDbClient dynamo = Endpoint.of(server).connect();
            new Tables(dynamo, TEMPLATE).create();
            dynamo.putItem(put -> put.tableName("Books").item(item("one", "first")));
            List<TransactWriteItem> parts = List.of(put("two"), put("one"));

            assertThatExceptionOfType(TransactionCanceledException.class)
                    .isThrownBy(() ->
                            dynamo.transactWriteItems(request -> request.transactItems(parts)))
                    .satisfies(failure -> {
                        assertThat(failure.cancellationReasons())
                                .extracting(CancellationReason::code)
                                .containsExactly("None", "ConditionalCheckFailed");
                        assertThat(failure.cancellationReasons().getLast().item())
                                .isEqualTo(item("one", "first"));
                    });
            assertThat(dynamo.scan(scan -> scan.tableName("Books")).count()).isEqualTo(1);
        }
    }

    @Test
    void closingEndsTheProcessAndFreesThePort() throws Exception {
        Dynoxide server = Dynoxide.inMemory();
        assertThat(alive(server.pid())).isTrue();

        server.close();

        server.onExit().get(5, TimeUnit.SECONDS);
        assertThat(alive(server.pid())).isFalse();
        assertThat(isFree(server.endpoint())).isTrue();
    }

    /// SIGKILL runs no shutdown hook in the parent; the pipe closes all the same.
    @Test
    void itDoesNotOutliveAParentThatWasKilled() throws Exception {
        Process parent = parent();
        try (BufferedReader output = output(parent)) {
            long pid = Long.parseLong(output.readLine());
            URI endpoint = URI.create(output.readLine());
            List<ProcessHandle> family = parent.descendants().toList();
            assertThat(family).extracting(ProcessHandle::pid).contains(pid);
            assertThat(isFree(endpoint)).isFalse();

            parent.destroyForcibly().waitFor();

            await(() -> family.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(isFree(endpoint)).isTrue();
        }
    }

    /// As where the disk is full. One of eight such ends was never heard of; and where the command
    /// was quicker to speak than the shell, its process id came too late to be read.
    @Test
    void whatEndsAtOnceIsHeardOfAfterItsProcessId() throws Exception {
        for (int start = 0; start < 100; start++) {
            Process process = Dynoxide.supervised(List.of("echo", "listening"));
            try {
                byte[] said =
                        assertTimeoutPreemptively(
                                Duration.ofSeconds(10),
                                () -> process.getInputStream().readAllBytes());
                assertThat(new String(said, StandardCharsets.UTF_8))
                        .matches("pid \\d+\nlistening\n");
            } finally {
                process.destroy();
            }
        }
    }

    @Test
    void itsSupervisorEndsWhenItEnds() throws Exception {
        try (Dynoxide server = Dynoxide.inMemory()) {
            ProcessHandle.of(server.pid()).orElseThrow().destroy();

            server.onExit().get(5, TimeUnit.SECONDS);
        }
    }

    /// Starts dynoxide, prints its process id and address, and waits to be killed.
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            Dynoxide server = Dynoxide.inMemory();
            System.out.println(server.pid());
            System.out.println(server.endpoint());
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    private static Process parent() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean isFree(URI endpoint) {
        try (ServerSocket socket =
                new ServerSocket(
                        endpoint.getPort(), 1, InetAddress.getByName(endpoint.getHost()))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Map<String, AttributeValue> item(String pk, String title) {
        return Map.of("pk", AttributeValue.fromS(pk), "title", AttributeValue.fromS(title));
    }

    private static TransactWriteItem put(String pk) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName("Books")
                                .item(item(pk, "t"))
                                .conditionExpression(ABSENT)
                                .returnValuesOnConditionCheckFailure(OLD))
                .build();
    }
}
