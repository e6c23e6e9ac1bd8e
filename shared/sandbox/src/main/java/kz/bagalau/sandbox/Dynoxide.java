package kz.bagalau.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// dynoxide, a DynamoDB-compatible server on SQLite, as a child process at a loopback address that
/// pages of a browser cannot find ([Loopback]): it answers whoever finds it.
///
/// It never outlives this JVM, however that ends: a shell between the two holds the other end of a
/// pipe that only this JVM has open, and stops dynoxide when the pipe closes. The kernel closes it
/// even after SIGKILL, when no shutdown hook runs.
public final class Dynoxide implements AutoCloseable {

    /// Starts "$@", whose process id is the first line of its output, and ends it when standard
    /// input closes: first gently, so that SQLite's write-ahead log is folded into the file, then
    /// by force. Ctrl-C reaches every process of a terminal; it is for the JVM alone to answer.
    /// What waits for the end of standard input holds no output: where "$@" ends at once, the
    /// signal that ends the waiting can be lost, and whoever reads would read forever.
    private static final String SUPERVISOR =
            """
            trap '' INT
            exec 3<&0
            sh -c 'echo "pid $$"; exec "$@"' "$0" "$@" 3<&- </dev/null &
            child=$!
            trap 'kill "$child"' TERM HUP
            (
                trap - TERM HUP
                read -r line <&3
                kill "$child"
                tries=0
                while kill -0 "$child" && [ "$tries" -lt 200 ]; do
                    sleep 0.05
                    tries=$((tries + 1))
                done
                kill -9 "$child"
            ) >/dev/null 2>&1 &
            watcher=$!
            while kill -0 "$child" 2>/dev/null; do
                wait "$child"
            done
            kill "$watcher" 2>/dev/null
            exit 0
            """;

    private static final int ATTEMPTS = 5;

    /// Thrown where dynoxide starts and gives up, for instance at a file that is no database.
    public static final class NotOpened extends IllegalStateException {
        private static final long serialVersionUID = 1;

        NotOpened(String message) {
            super(message);
        }
    }

    private final Process supervisor;
    private final long pid;
    private final Optional<ProcessHandle> child;
    private final String host;
    private final int port;

    private Dynoxide(Process supervisor, long pid, String host, int port) {
        this.supervisor = supervisor;
        this.pid = pid;
        this.child = ProcessHandle.of(pid);
        this.host = host;
        this.port = port;
    }

    /// A server that forgets everything when it is closed.
    public static Dynoxide inMemory() {
        return start(null, Loopback.unpredictable(), 0);
    }

    /// A server on a database file, made where it does not exist.
    public static Dynoxide onFile(Path file) {
        return start(file, Loopback.unpredictable(), 0);
    }

    /// The same at the address of a server that has ended: after the file was exchanged, clients go
    /// on as before.
    public static Dynoxide onFile(Path file, Dynoxide ended) {
        return start(file, ended.host, ended.port);
    }

    public URI endpoint() {
        return URI.create("http://" + host + ":" + port);
    }

    /// The process id of dynoxide itself.
    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return supervisor.isAlive();
    }

    /// Completes when dynoxide has ended.
    public CompletableFuture<Void> onExit() {
        return supervisor.onExit().thenApply(process -> null);
    }

    /// Returns when dynoxide has ended: gently within ten seconds, else by force. By force its log
    /// stays beside its file.
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(15, TimeUnit.SECONDS)) {
                child.ifPresent(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly();
            }
            awaitEnd();
        } catch (IOException e) {
            throw new UncheckedIOException("the pipe to dynoxide could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while dynoxide ended", e);
        }
    }

    private void awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (child.filter(ProcessHandle::isAlive).isPresent()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("dynoxide " + pid + " does not end");
            }
            Thread.sleep(20);
        }
    }

    private static Dynoxide start(@Nullable Path file, String host, int wanted) {
        Path binary = binary();
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = wanted == 0 ? Loopback.freePort(host) : wanted;
            try {
                switch (launch(binary, file, host, port)) {
                    case Started(Dynoxide server) -> {
                        return server;
                    }
                    case Ended(String output) -> last = output;
                }
                Thread.sleep(50L << attempt);
            } catch (IOException e) {
                throw new UncheckedIOException("dynoxide could not be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while dynoxide started", e);
            }
        }
        throw new NotOpened("dynoxide did not start: " + last);
    }

    private static Launch launch(Path binary, @Nullable Path file, String host, int port)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(binary.toString(), "serve", "--host", host));
        command.addAll(List.of("--port", Integer.toString(port)));
        if (file != null) {
            command.addAll(List.of("--db-path", file.toString()));
        }
        Process supervisor = supervised(command);
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(supervisor.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        long pid = -1;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("pid ")) {
                pid = Long.parseLong(line.substring(4));
            } else if (line.contains("listening")) {
                // A virtual thread would hold its carrier while it waits to read a pipe: as many
                // stores as processors, and no virtual thread of the JVM would run any more.
                Thread.ofPlatform().daemon().name("dynoxide output").start(() -> drain(output));
                return new Started(new Dynoxide(supervisor, pid, host, port));
            } else {
                said.append(line).append('\n');
            }
        }
        supervisor.destroy();
        return new Ended(said.toString().strip());
    }

    /// Starts a command that does not outlive this JVM, and prints `pid` and its process id first.
    static Process supervised(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", SUPERVISOR, "dynoxide"));
        whole.addAll(command);
        return new ProcessBuilder(whole).redirectErrorStream(true).start();
    }

    private sealed interface Launch {}

    private record Started(Dynoxide server) implements Launch {}

    private record Ended(String output) implements Launch {}

    /// An unread pipe would fill up and stop the server.
    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException("dynoxide's output could not be read", e);
        }
    }

    private static Path binary() {
        String platform = platform();
        Path binary =
                Checkout.root()
                        .resolve("shared/sandbox/node_modules/@dynoxide")
                        .resolve(platform)
                        .resolve(platform.startsWith("win32") ? "dynoxide.exe" : "dynoxide");
        if (!Files.isExecutable(binary)) {
            throw new IllegalStateException(
                    """
                    dynoxide, the store of the one-machine host, is not installed for %s.
                    - With Node.js 20 or newer and npm installed, build again: the build installs it.
                    - Where no dynoxide is published for this machine (npm view @dynoxide/%s), set
                      AWS_ENDPOINT_URL_DYNAMODB to LocalStack, or to DynamoDB on AWS.\
                    """
                            .formatted(platform, platform));
        }
        return binary;
    }

    /// The platform as npm names it: `linux-x64`, `darwin-arm64`.
    static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String npmOs = os.startsWith("mac") ? "darwin" : os.startsWith("win") ? "win32" : "linux";
        return npmOs + "-" + (arch.equals("aarch64") ? "arm64" : "x64");
    }
}
