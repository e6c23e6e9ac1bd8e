package kz.bagalau.local.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.lambda.Json;

/// What goes back to the caller.
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    public static Answer json(int status, Object body) {
        return of(status, "application/json", Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /// As API Gateway answers by itself: `{"message":"Not Found"}`.
    public static Answer message(int status, String message) {
        return json(status, Map.of("message", message));
    }

    public static Answer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", List.of(type)), body);
    }

    public static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", List.of(location)), new byte[0]);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    public Answer with(String name, String value) {
        Map<String, List<String>> more = new HashMap<>(headers);
        more.put(name, List.of(value));
        return new Answer(status, more, body);
    }

    /// Headers that the answer has itself stay; the others are added.
    public Answer withMissing(Map<String, String> others) {
        Map<String, List<String>> more = new HashMap<>(headers);
        others.forEach((name, value) -> more.putIfAbsent(name, List.of(value)));
        return new Answer(status, more, body);
    }
}
