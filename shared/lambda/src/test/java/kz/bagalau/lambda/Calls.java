package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/// Calls of functions as Lambda makes them, and what is printed meanwhile.
final class Calls {

    private static final Context NO_CONTEXT =
            (Context)
                    Proxy.newProxyInstance(
                            Calls.class.getClassLoader(),
                            new Class<?>[] {Context.class},
                            (_, method, _) -> {
                                throw new UnsupportedOperationException(method.getName());
                            });

    private Calls() {}

    static HttpFunction function(Routes routes) {
        return new HttpFunction() {
            @Override
            protected Routes routes() {
                return routes;
            }
        };
    }

    static HttpFunction quiet(Routes routes) {
        return new QuietHttpFunction() {
            @Override
            protected Routes routes() {
                return routes;
            }
        };
    }

    static Request request(JsonNode event) {
        return Request.read(
                new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode call(Runtime runtime, HttpFunction function, JsonNode event) {
        return Json.read(Runtime.with(runtime, () -> raw(function, event.toString())));
    }

    /// What a function answers to any text for an event.
    static String raw(HttpFunction function, String event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    out,
                    NO_CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
