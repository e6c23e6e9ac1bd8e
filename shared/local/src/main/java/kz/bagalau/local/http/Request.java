package kz.bagalau.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;

/// A request as it came in. Header names are in lower case.
///
/// @param path undecoded
/// @param query undecoded, without the question mark; empty where there is none
public record Request(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String protocol) {

    /// Thrown where the body is larger than the limit; API Gateway answers 413.
    static final class TooLarge extends Exception {}

    static Request read(org.eclipse.jetty.server.Request incoming, int limit)
            throws IOException, TooLarge {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : incoming.getHeaders()) {
            headers.computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
                    .add(Objects.requireNonNullElse(field.getValue(), ""));
        }
        HttpURI address = incoming.getHttpURI();
        return new Request(
                incoming.getMethod(),
                Objects.requireNonNullElse(address.getPath(), ""),
                Objects.requireNonNullElse(address.getQuery(), ""),
                headers,
                body(Content.Source.asInputStream(incoming), limit),
                incoming.getConnectionMetaData().getProtocol());
    }

    /// Reads on for a while where the body is too large, so that its sender hears the answer.
    private static byte[] body(InputStream in, int limit) throws IOException, TooLarge {
        byte[] body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            in.skip(4L * limit);
            throw new TooLarge();
        }
        return body;
    }

    /// Values of a header that came more than once, joined by commas.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }

    /// The same request with only some of its headers.
    public Request withHeaders(List<String> names) {
        Map<String, List<String>> some = new LinkedHashMap<>(headers);
        some.keySet().retainAll(names);
        return new Request(method, path, query, some, body, protocol);
    }

    public Request withoutCookies() {
        Map<String, List<String>> some = new LinkedHashMap<>(headers);
        some.remove("cookie");
        return new Request(method, path, query, some, body, protocol);
    }

    public Request withoutQuery() {
        return new Request(method, path, "", headers, body, protocol);
    }
}
