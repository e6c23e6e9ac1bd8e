package kz.bagalau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kz.bagalau.contract.Contract;
import kz.bagalau.contract.NoContext;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManageBodiesTest {

    private static final Map<String, String> AGENCY = Map.of("sub", "a1", "roles", "[agency]");

    @AutoClose private final Sandbox sandbox = Sandbox.open();
    private Runtime runtime;

    @BeforeEach
    void standInTheFunctionsRuntime() {
        runtime = sandbox.runtime("ManageBodies", Clock.systemUTC());
    }

    @Test
    void theAgencyEntersABody_andAnybodySignedInFindsIt() {
        assertThat(put("min-digital", body(61), AGENCY).getStatusCode()).isEqualTo(200);

        JsonNode found = list(Map.of("sub", "e1", "roles", "[employee]")).path("bodies");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("id").asText()).isEqualTo("min-digital");
        assertThat(found.path(0).path("headcount").asInt()).isEqualTo(61);
    }

    @Test
    void theLastEntryStands() {
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(70).put("category", "CENTRAL"), AGENCY);

        JsonNode found = list(AGENCY).path("bodies");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("headcount").asInt()).isEqualTo(70);
        assertThat(found.path(0).path("category").asText()).isEqualTo("CENTRAL");
    }

    @Test
    void eachChangeIsInTheAuditTrailOnce_andTheSameAgainIsNone() {
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(62), AGENCY);

        assertThat(
                        sandbox
                                .dynamo()
                                .scan(scan -> scan.tableName(sandbox.table("Records")))
                                .items()
                                .stream()
                                .filter(item -> item.toString().contains("a1")))
                .hasSize(2);
    }

    @Test
    void aBodyBelongsToAParentThatIsThere_andNotToItself() {
        assertThat(codes(put("min-digital", body(61).put("parent", "min-digital"), AGENCY)))
                .containsExactly("NOT_ALLOWED");
        assertThat(codes(put("committee", body(9).put("parent", "min-digital"), AGENCY)))
                .containsExactly("NOT_ALLOWED");
        put("min-digital", body(61), AGENCY);
        assertThat(put("committee", body(9).put("parent", "min-digital"), AGENCY).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void allErrorsAreToldAtOnce() {
        ObjectNode body = Json.object().put("kind", "MINISTRY").put("headcount", -1).put("x", 1);
        body.putObject("name").put("kk", "Қ");

        var answer = put("Min Digital", body, AGENCY);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(Json.read(answer.getBody()).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/name/ru", "/name/en", "/kind", "/headcount", "/body", "/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[hr]", "[employee digital]", "[]", "agency2"})
    void nobodyButTheAgencyEntersABody(String roles) {
        assertThat(
                        put("min-digital", body(61), Map.of("sub", "h1", "roles", roles))
                                .getStatusCode())
                .isEqualTo(403);
        assertThat(stored()).isZero();
    }

    @Test
    void withoutClaimsNothingIsToldOrEntered() {
        assertThat(put("min-digital", body(61), Map.of()).getStatusCode()).isEqualTo(401);
        assertThat(answer("GET /bodies", "/bodies", Map.of(), "", Map.of()).getStatusCode())
                .isEqualTo(401);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void aRefusalIsInTheCallersLanguage(String language) {
        var answer =
                answer(
                        "PUT /bodies/{body}",
                        "/bodies/min-digital",
                        Map.of("body", "min-digital"),
                        body(61).toString(),
                        Map.of("sub", "h1", "roles", "[hr]"),
                        language);

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getHeaders()).containsEntry("content-language", language);
    }

    private static ObjectNode body(int headcount) {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", headcount);
        body.putObject("name").put("kk", "Министрлік").put("ru", "Министерство").put("en", "M");
        return body;
    }

    private APIGatewayV2HTTPResponse put(String id, ObjectNode body, Map<String, String> claims) {
        return answer(
                "PUT /bodies/{body}", "/bodies/" + id, Map.of("body", id), body.toString(), claims);
    }

    private JsonNode list(Map<String, String> claims) {
        var answer = answer("GET /bodies", "/bodies", Map.of(), "", claims);
        assertThat(answer.getStatusCode()).isEqualTo(200);
        return Json.read(answer.getBody());
    }

    private int stored() {
        return Runtime.with(runtime, () -> DynamoBodies.here().all()).size();
    }

    private static List<String> codes(APIGatewayV2HTTPResponse answer) {
        return Json.read(answer.getBody()).path("errors").findValuesAsText("code");
    }

    private APIGatewayV2HTTPResponse answer(
            String route,
            String rawPath,
            Map<String, String> path,
            String body,
            Map<String, String> claims) {
        return answer(route, rawPath, path, body, claims, "en");
    }

    /// An answer that keeps the contract; no claims are a caller whom no authorizer has seen.
    private APIGatewayV2HTTPResponse answer(
            String route,
            String rawPath,
            Map<String, String> path,
            String body,
            Map<String, String> claims,
            String language) {
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
                        .withHeaders(Map.of("accept-language", language))
                        .withRequestContext(context);
        var event = (body.isEmpty() ? builder : builder.withBody(body)).build();
        ManageBodies function = Runtime.with(runtime, ManageBodies::new);
        var response = Runtime.with(runtime, () -> function.handleRequest(event, new NoContext()));
        Contract.ofCheckout().requireKept(event, response);
        return response;
    }
}
