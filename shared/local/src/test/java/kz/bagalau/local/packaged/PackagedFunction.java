package kz.bagalau.local.packaged;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/// A function as AWS runs it: a process with the runtime client on its class path, the unpacked zip
/// as its working directory, and an environment that holds nothing but what it is given.
final class PackagedFunction implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RuntimeApi api;
    private final Process process;
    private final Path output;

    private PackagedFunction(RuntimeApi api, Process process, Path output) {
        this.api = api;
        this.process = process;
        this.output = output;
    }

    /// How a function is started.
    ///
    /// @param unpacked the directory that its zip was unpacked to
    /// @param classPath jars beside the runtime client; empty on AWS, where the client's own loader
    ///   reads what was unpacked
    /// @param handler `package.Class::method`
    /// @param environment its own variables
    /// @param jvmOptions options of the JVM, before the main class
    record Start(
            Path unpacked,
            List<Path> classPath,
            String handler,
            Map<String, String> environment,
            Duration limit,
            List<String> jvmOptions) {

        /// The same for another class.
        Start of(Class<?> type) {
            return new Start(
                    unpacked,
                    classPath,
                    type.getName() + "::handleRequest",
                    environment,
                    limit,
                    jvmOptions);
        }
    }

    /// Starts the process. With SnapStart the runtime client runs what is registered for the
    /// checkpoint before the first event, as it does when a version is published.
    static PackagedFunction start(Start start) {
        RuntimeApi api = new RuntimeApi(start.limit());
        try {
            Path output = Files.createTempFile("function", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("--enable-native-access=ALL-UNNAMED");
            command.addAll(start.jvmOptions());
            command.addAll(List.of("-cp", classPath(start.classPath()), AWSLambda.class.getName()));
            command.add(start.handler());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(start.unpacked().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(reserved(start, api.address()));
            builder.environment().putAll(start.environment());
            PackagedFunction function = new PackagedFunction(api, builder.start(), output);
            var unused = function.process.onExit().thenRun(() -> api.ended(function.output()));
            return function;
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException("the function could not be started", e);
        }
    }

    /// What becomes of one event.
    RuntimeApi.Outcome invoke(String event) throws InterruptedException {
        return api.invoke(event, PATIENCE);
    }

    /// Completes with [System#nanoTime()] when the function first asks for an event.
    CompletableFuture<Long> ready() {
        return api.ready();
    }

    /// Ends the process as AWS does with one that is no longer needed, so that it may write what it
    /// writes at its end.
    void end() {
        process.destroy();
        process.onExit().join();
    }

    /// What the process has written so far: its log.
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("the function's log could not be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        api.close();
        Files.delete(output);
    }

    /// Unpacks a zip into an empty directory.
    static void unpack(Path zip, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(zip + " has an entry outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    private static Map<String, String> reserved(Start start, String address) {
        return Map.ofEntries(
                Map.entry("_HANDLER", start.handler()),
                Map.entry("AWS_LAMBDA_RUNTIME_API", address),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "packaged"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
                Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
                Map.entry("AWS_LAMBDA_LOG_LEVEL", "INFO"),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "packaged"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "packaged"),
                Map.entry("LAMBDA_TASK_ROOT", start.unpacked().toString()),
                Map.entry("TZ", ":UTC"));
    }

    /// The runtime client and what it stands on, which on AWS belong to the managed runtime, and
    /// what is asked for.
    private static String classPath(List<Path> more) {
        return Stream.concat(
                        Stream.of(
                                        AWSLambda.class,
                                        Context.class,
                                        PojoSerializer.class,
                                        SdkInternalThreadLocal.class)
                                .map(PackagedFunction::jarOf),
                        more.stream().map(Path::toString))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /// The library that a class comes from.
    static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
