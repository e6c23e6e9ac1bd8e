package kz.bagalau.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kz.bagalau.lambda.Json;

/// Calls a function as Lambda does: the event in JSON, the answer read from JSON.
public final class StreamCall {

    private StreamCall() {}

    /// @return null of JSON where nothing is answered
    public static JsonNode of(RequestStreamHandler function, JsonNode event, Context context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)),
                    out,
                    context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() == 0
                ? NullNode.getInstance()
                : Json.read(out.toString(StandardCharsets.UTF_8));
    }
}
