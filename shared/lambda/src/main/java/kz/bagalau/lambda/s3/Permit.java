package kz.bagalau.lambda.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;

/// The right to send one file.
///
/// @param headers that the request must carry exactly so
/// @param signed when it was given, in real time
/// @param expires when it ends, in real time
public record Permit(URI url, Map<String, String> headers, Instant signed, Instant expires) {

    public Permit {
        headers = Map.copyOf(headers);
    }

    /// `{"url","method","headers","expires"}`, as every route answers that permits a file.
    public ObjectNode json() {
        ObjectNode json = Json.object().put("url", url.toString()).put("method", "PUT");
        ObjectNode named = json.putObject("headers");
        headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> named.put(header.getKey(), header.getValue()));
        return json.put("expires", Times.shown(expires));
    }
}
