package kz.bagalau.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;

/// Hands a request to a function as Lambda does: the event as JSON, the answer read from JSON.
public final class HttpCall {

    private HttpCall() {}

    /// @param function a [RequestStreamHandler], or a handler of the event class
    @SuppressWarnings("unchecked")
    public static APIGatewayV2HTTPResponse of(
            Object function, APIGatewayV2HTTPEvent event, Context context) {
        return function instanceof RequestStreamHandler streams
                ? response(StreamCall.of(streams, Json.read(Json.write(event)), context))
                : ((RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>) function)
                        .handleRequest(event, context);
    }

    private static APIGatewayV2HTTPResponse response(JsonNode answer) {
        var headers = new TreeMap<String, String>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.path("statusCode").asInt())
                .withHeaders(headers)
                .withBody(answer.path("body").asText())
                .withIsBase64Encoded(answer.path("isBase64Encoded").asBoolean())
                .build();
    }
}
