package kz.bagalau.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// What a function answers to API Gateway (payload format 2.0).
///
/// @param body empty where there is none
/// @param base64 whether the body stands in Base64
public record HttpAnswer(int status, Map<String, String> headers, String body, boolean base64) {

    /// Reads the answer of a function.
    public static HttpAnswer of(JsonNode answer) {
        var headers = new TreeMap<String, String>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new HttpAnswer(
                answer.path("statusCode").asInt(),
                headers,
                answer.path("body").asText(""),
                answer.path("isBase64Encoded").asBoolean());
    }

    /// The body as it is sent to the caller.
    public byte[] bytes() {
        return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
