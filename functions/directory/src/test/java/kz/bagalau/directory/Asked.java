package kz.bagalau.directory;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.bagalau.contract.Contract;
import kz.bagalau.contract.NoContext;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;

/// A request to one of this module's functions, as API Gateway hands it over.
///
/// @param claims none are a caller whom no authorizer has seen
record Asked(
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> claims,
        String body,
        String language) {

    static final Map<String, String> AGENCY = Map.of("sub", "a1", "roles", "[agency]");
    static final Map<String, String> ANALYST = Map.of("sub", "a2", "roles", "[agency]");
    static final Map<String, String> HR =
            Map.of("sub", "h1", "roles", "[hr]", "body", "min-digital");
    static final Map<String, String> NOBODY = Map.of();

    /// What a caller gets.
    record Answer(int status, JsonNode body) {

        List<String> codes() {
            return body.path("errors").findValuesAsText("code");
        }

        List<String> pointers() {
            return body.path("errors").findValuesAsText("pointer");
        }
    }

    static Asked of(String route, Map<String, String> claims) {
        return new Asked(route, Map.of(), Map.of(), claims, "", "en");
    }

    Asked path(String name, String value) {
        return new Asked(route, Map.of(name, value), query, claims, body, language);
    }

    Asked query(String name, String value) {
        return new Asked(route, path, Map.of(name, value), claims, body, language);
    }

    Asked body(JsonNode json) {
        return new Asked(route, path, query, claims, json.toString(), language);
    }

    Asked in(String other) {
        return new Asked(route, path, query, claims, body, other);
    }

    /// The answer of a new instance of the function; it keeps the contract.
    Answer send(
            Runtime runtime,
            Supplier<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> function) {
        APIGatewayV2HTTPEvent event = event();
        var response =
                Runtime.with(runtime, () -> function.get().handleRequest(event, new NoContext()));
        Contract.ofCheckout().requireKept(event, response);
        return new Answer(response.getStatusCode(), Json.read(response.getBody()));
    }

    private APIGatewayV2HTTPEvent event() {
        String rawPath = route.substring(route.indexOf(' ') + 1);
        for (var parameter : path.entrySet()) {
            rawPath = rawPath.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        RequestContext context = RequestContext.builder().withRouteKey(route).build();
        if (!claims.isEmpty()) {
            context.setAuthorizer(
                    RequestContext.Authorizer.builder()
                            .withJwt(
                                    RequestContext.Authorizer.JWT
                                            .builder()
                                            .withClaims(claims)
                                            .build())
                            .build());
        }
        var builder =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withRawPath(rawPath)
                        .withPathParameters(path)
                        .withQueryStringParameters(query)
                        .withHeaders(Map.of("accept-language", language))
                        .withRequestContext(context);
        return (body.isEmpty() ? builder : builder.withBody(body)).build();
    }
}
