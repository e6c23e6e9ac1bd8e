package kz.bagalau.local.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The side of AWS Lambda's runtime API that a function's process talks to: it hands out events and
/// takes answers.
///
/// Source: AWS Lambda, "Using the Lambda runtime API", version 2018-06-01; the restore call is the
/// one that a function with SnapStart makes after its snapshot was taken.
final class RuntimeApi implements AutoCloseable {

    private static final String VERSION = "/2018-06-01/runtime";

    /// What became of an event.
    sealed interface Outcome {}

    record Answered(String body) implements Outcome {}

    /// The function or its start failed, in the words of the runtime client.
    record Failed(String error) implements Outcome {}

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final HttpServer server;
    private final Duration limit;
    private volatile @Nullable Outcome end;

    /// @param limit the time that a function has for one event
    RuntimeApi(Duration limit) {
        this.limit = limit;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
        server.setExecutor(threads);
        server.createContext(VERSION + "/", this::serve);
        server.start();
    }

    /// What `AWS_LAMBDA_RUNTIME_API` holds: host and port.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Hands the event to the function and waits for what becomes of it, `patience` at most.
    Outcome invoke(String event, Duration patience) throws InterruptedException {
        Outcome dead = end;
        if (dead != null) {
            return dead;
        }
        events.add(event);
        Outcome outcome = outcomes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return outcome == null ? new Failed("no answer within " + patience) : outcome;
    }

    /// Completes with [System#nanoTime()] when the function first asks for an event: it is
    /// initialised.
    CompletableFuture<Long> ready() {
        return ready;
    }

    /// The process has ended: whoever waits for an answer gets this one, and so does every later
    /// event.
    void ended(String output) {
        Outcome dead = new Failed("the process ended: " + output);
        end = dead;
        outcomes.add(dead);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestURI().getPath().substring(VERSION.length());
            String sent =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (call.equals("/invocation/next")) {
                next(exchange);
            } else if (call.equals("/restore/next")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                outcomes.add(call.endsWith("/response") ? new Answered(sent) : new Failed(sent));
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(System.nanoTime());
        byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(limit).toEpochMilli()));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:eu-central-1:123456789012:function:packaged:live");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-6921a3c0-3f1b5f0c2d4e6a7b8c9d0e1f");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }
}
