package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.people.Person;
import kz.bagalau.sandbox.Dynoxide;
import kz.bagalau.sandbox.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The host as a program: however it or what started it ends, no process is left and the port is
/// free, and what was stored is there at the next start.
class ProcessTest {

    private static final int SIGINT = 2;

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());
    private static final JsonNode BODY =
            Json.read(
                    """
                    {"name":{"kk":"Министрлік","ru":"Министерство","en":"Ministry"},
                     "kind":"OMO","headcount":61}
                    """);

    @TempDir Path folder;

    private final Map<String, String> elsewhere = new HashMap<>();

    private final List<Process> started = new ArrayList<>();
    private final Set<ProcessHandle> family = new HashSet<>();

    @AfterEach
    void endWhatATestLeft() {
        started.forEach(Process::destroyForcibly);
        family.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void sigtermLeavesNoProcessAndAFreePort() throws Exception {
        Running host = run(folder);

        host.process().destroy();

        assertThat(host.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertGone(host);
    }

    @Test
    void ctrlCLeavesNoProcessAndAFreePort() throws Exception {
        Running host = run(folder);
        assumeFalse(ignoresInterrupts(host.process().pid()), "SIGINT is ignored in this session");

        // A terminal sends it to the whole group: to dynoxide and its shell as well.
        interrupt(host.process().pid());
        for (ProcessHandle child : family) {
            interrupt(child.pid());
        }

        assertThat(host.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertGone(host);
    }

    @Test
    void killedItLeavesNoProcessAndStartsAgain() throws Exception {
        Running host = run(folder);

        host.process().destroyForcibly();

        assertGone(host);
        run(folder);
    }

    /// Maven, killed, can tell nobody.
    @Test
    void itEndsWhenWhatStartedItIsKilled() throws Exception {
        Running parent = start(Parent.class, folder, freePort());

        parent.process().destroyForcibly();

        assertGone(parent);
    }

    @Test
    void whatWasStoredIsThereAtTheNextStart() throws Exception {
        Running first = run(folder);
        try (Client client = new Client(first.address())) {
            client.send(AGENCY, "PUT", "/bodies/min-digital", BODY).expect(200, 201);
        }
        first.process().destroy();
        first.process().waitFor();

        Running second = run(folder);

        try (Client client = new Client(second.address())) {
            JsonNode bodies = client.send(AGENCY, "GET", "/bodies", null).expect(200).body();
            assertThat(bodies.path("bodies").path(0).path("headcount").asInt()).isEqualTo(61);
        }
    }

    @Test
    void aSecondOneOnTheSameDataSaysSoAndEnds() throws Exception {
        run(folder);

        Process second = process(Bagalau.class, folder, freePort());

        assertThat(output(second)).contains("Another Bagalau runs on the data in " + folder);
        assertThat(second.waitFor()).isEqualTo(1);
    }

    @Test
    void aTakenPortIsSaidAndEndsIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = process(Bagalau.class, folder, taken.getLocalPort());

            assertThat(output(process))
                    .contains("Port " + taken.getLocalPort() + " is taken by another program");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void itTellsWhenItsStoreIsGone() throws Exception {
        Running host = run(folder);
        ProcessHandle dynoxide =
                family.stream()
                        .filter(child -> child.info().command().orElse("").endsWith("dynoxide"))
                        .findFirst()
                        .orElseThrow();

        dynoxide.destroyForcibly();

        assertThat(output(host.process())).contains("The store (dynoxide) has ended unexpectedly");
        assertThat(host.process().waitFor()).isEqualTo(1);
    }

    @Test
    void anotherDynamoDbIsUsedWhereTheEnvironmentNamesOne() throws Exception {
        try (Dynoxide other = Dynoxide.inMemory();
                DynamoDbClient dynamo = Endpoint.of(other).connect()) {
            elsewhere.put("AWS_ENDPOINT_URL_DYNAMODB", other.endpoint().toString());
            elsewhere.put("AWS_REGION", "eu-central-1");
            elsewhere.put("AWS_ACCESS_KEY_ID", "any");
            elsewhere.put("AWS_SECRET_ACCESS_KEY", "any");
            int port = freePort();
            Process process = process(Bagalau.class, folder, port);
            assertThat(firstLine(process, "Bagalau runs at")).isPresent();

            try (Client client = new Client(URI.create("http://localhost:" + port))) {
                client.send(AGENCY, "PUT", "/bodies/min-digital", BODY).expect(200, 201);
            }

            assertThat(dynamo.scan(scan -> scan.tableName("bagalau-Records")).count()).isPositive();
            assertThat(folder.resolve("store.db")).doesNotExist();
        }
    }

    @Test
    void aDynamoDbThatDoesNotAnswerIsSaidAndEndsIt() throws Exception {
        elsewhere.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + freePort());
        elsewhere.put("AWS_REGION", "eu-central-1");
        elsewhere.put("AWS_ACCESS_KEY_ID", "any");
        elsewhere.put("AWS_SECRET_ACCESS_KEY", "any");

        Process process = process(Bagalau.class, folder, freePort());

        assertThat(output(process)).contains("DynamoDB does not answer");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /// Starts the host as Maven does, and waits.
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            new ProcessBuilder(command(Bagalau.class)).inheritIO().start().waitFor();
        }
    }

    private record Running(Process process, URI address, int port) {}

    private Running run(Path data) throws Exception {
        return start(Bagalau.class, data, freePort());
    }

    private Running start(Class<?> main, Path data, int port) throws Exception {
        Process process = process(main, data, port);
        assertThat(firstLine(process, "Bagalau runs at")).isPresent();
        process.descendants().forEach(family::add);
        assertThat(family).isNotEmpty();
        return new Running(process, URI.create("http://localhost:" + port), port);
    }

    private Process process(Class<?> main, Path data, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(main)).redirectErrorStream(true);
        builder.environment().put("BAGALAU_PORT", Integer.toString(port));
        builder.environment().put("BAGALAU_DATA", data.toString());
        builder.environment().put("BAGALAU_DEMO", "off");
        builder.environment().putAll(elsewhere);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static List<String> command(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    private void assertGone(Running host) throws InterruptedException {
        await(() -> !host.process().isAlive());
        await(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        await(() -> isFree(host.port()));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void interrupt(long pid) throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    }

    /// A session that was started in the background by a shell ignores Ctrl-C, and so do its
    /// children.
    private static boolean ignoresInterrupts(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(mask -> (mask & 1L << (SIGINT - 1)) != 0);
    }

    /// Empty where the process ends without saying it.
    private static Optional<String> firstLine(Process process, String start) throws IOException {
        BufferedReader lines = reader(process);
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        return Optional.ofNullable(line);
    }

    private static String output(Process process) throws IOException {
        StringBuilder out = new StringBuilder();
        BufferedReader lines = reader(process);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
