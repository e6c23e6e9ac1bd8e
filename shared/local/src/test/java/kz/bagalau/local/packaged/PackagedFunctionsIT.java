package kz.bagalau.local.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.bagalau.contract.Contract;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event of `events/`, answered by the zip that is deployed: AWS's runtime client in a
/// process of its own, with nothing of ours on its class path but what the zip holds, on tables in
/// dynoxide. A class that is missing from a package fails here and not on AWS.
final class PackagedFunctionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST = 15L << 20;

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    @TempDir private static Path directory;

    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();
    private static final Map<String, PackagedFunction> STARTED = new ConcurrentHashMap<>();
    private static final ExecutorService AHEAD = Executors.newSingleThreadExecutor();

    /// @param status of the answer; `-` for a schedule, which has none
    record Case(String function, String event, String status) {

        Path file() {
            return Checkout.root().resolve("events/" + function + "/" + event + ".json");
        }

        @Override
        public String toString() {
            return function + " answers " + event + ": " + status;
        }
    }

    /// While one function answers, the next one starts. One at a time: a start takes a whole core.
    @BeforeAll
    static void startAhead() throws IOException {
        List<String> functions = cases().map(Case::function).distinct().toList();
        AHEAD.execute(() ->
                functions.forEach(id ->
                        function(id)
                                .ready()
                                .copy()
                                .completeOnTimeout(0L, 20, TimeUnit.SECONDS)
                                .join()));
    }

    /// One process a function. The cases are run in their order: each stands on those before it.
    @ParameterizedTest
    @MethodSource("cases")
    void answers(Case one) throws IOException, InterruptedException {
        PackagedFunction function = function(one.function());
        String event = Files.readString(one.file());
        RuntimeApi.Outcome outcome = function.invoke(event);
        assertThat(outcome).as(function::output).isInstanceOf(RuntimeApi.Answered.class);
        String answer = ((RuntimeApi.Answered) outcome).body();
        if (one.status().equals("-")) {
            assertThat(JSON.readTree(answer).isObject()).isTrue();
            return;
        }
        assertThat(JSON.readTree(answer).path("statusCode").asText())
                .as(() -> answer + "\n" + function.output())
                .isEqualTo(one.status());
        Contract.ofCheckout()
                .requireKept(JSON.readTree(event), HttpAnswer.of(JSON.readTree(answer)));
    }

    @Test
    void everyEventIsAnswered() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("events"))) {
            assertThat(cases().map(Case::file))
                    .containsExactlyInAnyOrderElementsOf(
                            files.filter(file -> file.toString().endsWith(".json")).toList());
        }
    }

    @Test
    void packagesAreSmallAndHaveOneHttpClient() throws IOException {
        for (String module : List.of("directory", "survey", "reports", "scoring")) {
            assertThat(zip(module)).isRegularFile();
            assertThat(Files.size(zip(module))).isLessThan(LARGEST);
            try (Stream<Path> jars = Files.list(unpacked(module).resolve("lib"))) {
                assertThat(jars.map(jar -> jar.getFileName().toString()))
                        .anyMatch(jar -> jar.startsWith("bagalau-" + module))
                        .anyMatch(jar -> jar.startsWith("url-connection-client"))
                        .noneMatch(jar -> jar.matches("(netty|apache|http(core|client)\\d).*"))
                        // S3 and SQS on one machine.
                        .noneMatch(jar -> jar.matches("(s3proxy|elasticmq|jetty|pekko|scala).*"));
            }
        }
    }

    /// What the test above is for: with one jar less a function no longer answers.
    @Test
    void aJarThatIsMissingIsNoticed() throws IOException, InterruptedException {
        Path incomplete = Files.createDirectory(directory.resolve("incomplete"));
        PackagedFunction.unpack(zip("scoring"), incomplete);
        try (Stream<Path> jars = Files.list(incomplete.resolve("lib"))) {
            Path jar =
                    jars.filter(one -> one.getFileName().toString().startsWith("jackson-core"))
                            .findFirst()
                            .orElseThrow();
            Files.delete(jar);
        }
        Template.Function function = SANDBOX.template().function("ReadFacts");
        try (PackagedFunction started =
                PackagedFunction.start(
                        new PackagedFunction.Start(
                                incomplete,
                                List.of(),
                                function.handler(),
                                function.environment(),
                                function.timeout(),
                                List.of()))) {
            Case one = new Case("ReadFacts", "facts-of-another-body", "403");
            assertThat(started.invoke(Files.readString(one.file())))
                    .isInstanceOf(RuntimeApi.Failed.class);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        AHEAD.close();
        for (PackagedFunction function : STARTED.values()) {
            function.close();
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream csv = PackagedFunctionsIT.class.getResourceAsStream("events.csv")) {
            return new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.strip().split("\\s*\\|\\s*"))
                    .map(cells -> new Case(cells[0], cells[1], cells[2]));
        }
    }

    private static PackagedFunction function(String id) {
        return STARTED.computeIfAbsent(id, PackagedFunctionsIT::start);
    }

    private static PackagedFunction start(String id) {
        Template.Function function = SANDBOX.template().function(id);
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", SANDBOX.address().toString());
        environment.put("AWS_ENDPOINT_URL_S3", SANDBOX.addressOfBuckets().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", SANDBOX.addressOfQueues().toString());
        return PackagedFunction.start(
                new PackagedFunction.Start(
                        unpacked(module(id)),
                        List.of(),
                        function.handler(),
                        environment,
                        function.timeout(),
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx" + function.memory() * 3 / 4 + "m")));
    }

    /// `functions/survey/target/survey.zip` is the package of the module `survey`.
    private static String module(String function) {
        Map<?, ?> resource = (Map<?, ?>) SANDBOX.template().resources().get(function);
        Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(resource).get("Properties");
        return Objects.requireNonNull(Objects.requireNonNull(properties).get("CodeUri"))
                .toString()
                .split("/")[1];
    }

    private static Path zip(String module) {
        return Checkout.root().resolve("functions/" + module + "/target/" + module + ".zip");
    }

    private static Path unpacked(String module) {
        return UNPACKED.computeIfAbsent(module, PackagedFunctionsIT::unpack);
    }

    private static Path unpack(String module) {
        try {
            Path into = Files.createDirectory(directory.resolve(module));
            PackagedFunction.unpack(zip(module), into);
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException("the package could not be unpacked", e);
        }
    }
}
