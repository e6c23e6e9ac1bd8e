package kz.bagalau.local.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.http.Request;
import org.jspecify.annotations.Nullable;

/// Makes a request an event as HTTP APIs send it (payload format 2.0).
public final class Events {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Clock real;

    public Events(Clock real) {
        this.real = real;
    }

    /// `claims` are those of a checked token, null on an API without authorizer. The time is the
    /// real one: on AWS it is API Gateway's.
    public ObjectNode of(
            Request request, Routes.Match match, @Nullable Map<String, String> claims) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("cookie");
        boolean text = isText(request);
        ObjectNode event =
                Json.object()
                        .put("version", "2.0")
                        .put("routeKey", match.route().key())
                        .put("rawPath", request.path())
                        .put("rawQueryString", request.query());
        List<String> cookies = cookies(request);
        if (!cookies.isEmpty()) {
            cookies.forEach(event.putArray("cookies")::add);
        }
        event.set("headers", texts(headers));
        putTexts(event, "queryStringParameters", query(request.query()));
        event.set("requestContext", context(request, match, claims));
        putTexts(event, "pathParameters", match.parameters());
        String body = body(request, text);
        if (body != null) {
            event.put("body", body);
        }
        return event.put("isBase64Encoded", body != null && !text);
    }

    private ObjectNode context(
            Request request, Routes.Match match, @Nullable Map<String, String> claims) {
        Instant now = real.instant();
        String host = request.header("host").orElse("localhost");
        ObjectNode context =
                Json.object().put("accountId", "000000000000").put("apiId", match.route().api());
        if (claims != null) {
            context.putObject("authorizer").putObject("jwt").set("claims", texts(claims));
        }
        context.put("domainName", host).put("domainPrefix", host.split("[.:]", 2)[0]);
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", request.protocol())
                .put("sourceIp", "127.0.0.1")
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    /// Puts what is not empty.
    private static void putTexts(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            event.set(name, texts(values));
        }
    }

    private static ObjectNode texts(Map<String, String> values) {
        ObjectNode texts = Json.object();
        values.forEach(texts::put);
        return texts;
    }

    private static @Nullable String body(Request request, boolean text) {
        if (request.body().length == 0) {
            return null;
        }
        return text
                ? new String(request.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(request.body());
    }

    /// What API Gateway takes for text; everything else is sent in Base64.
    private static boolean isText(Request request) {
        String type =
                request.header("content-type")
                        .orElse("text/plain")
                        .split(";", 2)[0]
                        .trim()
                        .toLowerCase(Locale.ROOT);
        boolean encoded = request.header("content-encoding").isPresent();
        return !encoded
                && (type.startsWith("text/")
                        || type.equals("application/json")
                        || type.endsWith("+json")
                        || type.equals("application/javascript")
                        || type.equals("application/xml"));
    }

    private static List<String> cookies(Request request) {
        List<String> cookies = new ArrayList<>();
        for (String line : request.headers().getOrDefault("cookie", List.of())) {
            cookies.addAll(List.of(line.split(";\\s*", -1)));
        }
        return cookies;
    }

    /// A parameter that is given twice has both values, joined by a comma.
    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.merge(
                        decode(parts[0]),
                        parts.length == 2 ? decode(parts[1]) : "",
                        (first, second) -> first + "," + second);
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
