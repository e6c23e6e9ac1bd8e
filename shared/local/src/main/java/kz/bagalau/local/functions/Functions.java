package kz.bagalau.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.sandbox.Cloud;
import kz.bagalau.sandbox.FunctionRuntime;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.HttpCall;
import kz.bagalau.sandbox.StreamCall;
import kz.bagalau.sandbox.Template;

/// The template's functions: one instance of each handler class, made and called in its own
/// runtime, with its own time limit.
public final class Functions implements AutoCloseable {

    private final Map<String, Deployed> deployed = new LinkedHashMap<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /// Who works off a queue calculates for long and seldom waits. On a virtual thread that would
    /// keep everybody who waits for an answer from their turn.
    private final ExecutorService feeds =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("feed-", 1).factory());

    /// Thrown where a function failed or took too long. API Gateway answers 500.
    public static final class Failed extends RuntimeException {
        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private record Deployed(Template.Function function, FunctionRuntime runtime, Object handler) {}

    public Functions(Template template, Clock clock, Cloud cloud) {
        template.functions()
                .forEach((id, function) -> {
                    FunctionRuntime runtime = new FunctionRuntime(template, function, clock, cloud);
                    deployed.put(
                            id,
                            new Deployed(
                                    function,
                                    runtime,
                                    Runtime.with(runtime, () -> handler(function))));
                });
    }

    HttpAnswer answer(String function, JsonNode event) {
        return (HttpAnswer)
                call(callers, function, (handler, context) -> HttpCall.of(handler, event, context));
    }

    /// @return what it answers to whoever calls it by hand
    public Object run(String function, Map<String, Object> input) {
        return call(callers, function, (handler, context) -> handle(handler, input, context));
    }

    /// What it answers to messages of its queue: which of them failed, or nothing.
    public JsonNode feed(String function, JsonNode event) {
        return (JsonNode)
                call(
                        feeds,
                        function,
                        (handler, context) ->
                                StreamCall.of((RequestStreamHandler) handler, event, context));
    }

    int count() {
        return deployed.size();
    }

    @SuppressWarnings("unchecked")
    private static Object handle(Object handler, Object event, Context context) {
        return ((RequestHandler<Object, Object>) handler).handleRequest(event, context);
    }

    private Object call(
            ExecutorService threads, String id, BiFunction<Object, Context, Object> work) {
        Deployed called = deployed.get(id);
        if (called == null) {
            throw new IllegalArgumentException("no function " + id);
        }
        Context context = new Invocation(called.function());
        Future<Object> result =
                threads.submit(() ->
                        Runtime.with(
                                called.runtime(), () -> work.apply(called.handler(), context)));
        try {
            return result.get(called.function().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new Failed(id + " took more than " + called.function().timeout(), e);
        } catch (ExecutionException e) {
            Log.failure(id, e.getCause() == null ? e : e.getCause());
            throw new Failed(id + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(true);
            throw new Failed(id + " was interrupted", e);
        }
    }

    /// The template names the class; its public constructor without arguments is what Lambda calls.
    private static Object handler(Template.Function function) {
        try {
            return Class.forName(function.className()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new NotStarted(
                    "template.yaml names %s for %s, and it cannot be made: %s"
                            .formatted(
                                    function.className(),
                                    function.id(),
                                    e.getCause() == null ? e : e.getCause()),
                    e);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
        feeds.shutdownNow();
        deployed.values().forEach(called -> called.runtime().close());
    }
}
