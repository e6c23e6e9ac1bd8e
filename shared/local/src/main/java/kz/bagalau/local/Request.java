package kz.bagalau.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request as it came in. Header names are in lower case.
///
/// @param path undecoded
/// @param query undecoded, without the question mark; empty where there is none
record Request(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String protocol) {

    /// Thrown where the body is larger than the limit; API Gateway answers 413.
    static final class TooLarge extends Exception {}

    static Request read(HttpExchange exchange, int limit) throws IOException, TooLarge {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                body(exchange.getRequestBody(), limit),
                exchange.getProtocol());
    }

    private static byte[] body(InputStream in, int limit) throws IOException, TooLarge {
        try (in) {
            byte[] body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new TooLarge();
            }
            return body;
        }
    }

    /// Values of a header that came more than once, joined by commas.
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }

    /// The same request with only some of its headers.
    Request withHeaders(List<String> names) {
        Map<String, List<String>> some = new LinkedHashMap<>(headers);
        some.keySet().retainAll(names);
        return new Request(method, path, query, some, body, protocol);
    }

    Request withoutCookies() {
        Map<String, List<String>> some = new LinkedHashMap<>(headers);
        some.remove("cookie");
        return new Request(method, path, query, some, body, protocol);
    }

    Request withoutQuery() {
        return new Request(method, path, "", headers, body, protocol);
    }
}
