package kz.bagalau.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;

/// Hands a request to a function as Lambda does.
public final class HttpCall {

    private HttpCall() {}

    /// @param function a [RequestStreamHandler]
    public static HttpAnswer of(Object function, JsonNode event, Context context) {
        return HttpAnswer.of(StreamCall.of((RequestStreamHandler) function, event, context));
    }
}
