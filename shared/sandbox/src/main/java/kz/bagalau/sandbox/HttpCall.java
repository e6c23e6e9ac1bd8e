package kz.bagalau.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Hands a request to a function as Lambda does.
public final class HttpCall {

    private static final ObjectMapper CLASSES =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private HttpCall() {}

    /// @param function a [RequestStreamHandler], or a handler of the event class
    @SuppressWarnings("unchecked")
    public static HttpAnswer of(Object function, JsonNode event, Context context) {
        return HttpAnswer.of(
                function instanceof RequestStreamHandler streams
                        ? StreamCall.of(streams, event, context)
                        : CLASSES.valueToTree(
                                ((RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>)
                                                function)
                                        .handleRequest(
                                                CLASSES.convertValue(
                                                        event, APIGatewayV2HTTPEvent.class),
                                                context)));
    }
}
