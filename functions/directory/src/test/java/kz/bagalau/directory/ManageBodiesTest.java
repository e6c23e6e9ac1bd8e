package kz.bagalau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
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
        assertThat(put("min-digital", body(61), AGENCY).status()).isEqualTo(200);

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
        assertThat(put("min-digital", body(61).put("parent", "min-digital"), AGENCY).codes())
                .containsExactly("NOT_ALLOWED");
        assertThat(put("committee", body(9).put("parent", "min-digital"), AGENCY).codes())
                .containsExactly("NOT_ALLOWED");
        put("min-digital", body(61), AGENCY);
        assertThat(put("committee", body(9).put("parent", "min-digital"), AGENCY).status())
                .isEqualTo(200);
    }

    @Test
    void allErrorsAreToldAtOnce() {
        ObjectNode body = Json.object().put("kind", "MINISTRY").put("headcount", -1).put("x", 1);
        body.putObject("name").put("kk", "Қ");

        var answer = put("Min Digital", body, AGENCY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/name/ru", "/name/en", "/kind", "/headcount", "/body", "/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[hr]", "[employee digital]", "[]", "agency2"})
    void nobodyButTheAgencyEntersABody(String roles) {
        assertThat(put("min-digital", body(61), Map.of("sub", "h1", "roles", roles)).status())
                .isEqualTo(403);
        assertThat(stored()).isZero();
    }

    @Test
    void withoutClaimsNothingIsToldOrEntered() {
        assertThat(put("min-digital", body(61), Map.of()).status()).isEqualTo(401);
        assertThat(call("GET /bodies").send().status()).isEqualTo(401);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void aRefusalIsInTheCallersLanguage(String language) {
        var answer =
                entry("min-digital", body(61))
                        .by(Map.of("sub", "h1", "roles", "[hr]"))
                        .in(language)
                        .raw();

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getHeaders()).containsEntry("content-language", language);
    }

    private static ObjectNode body(int headcount) {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", headcount);
        body.putObject("name").put("kk", "Министрлік").put("ru", "Министерство").put("en", "M");
        return body;
    }

    private Answer put(String id, ObjectNode body, Map<String, String> claims) {
        return entry(id, body).by(claims).send();
    }

    private Call entry(String id, ObjectNode body) {
        return call("PUT /bodies/{body}").path("body", id).body(body);
    }

    private Call call(String route) {
        return Call.of(route, Call.to(runtime, ManageBodies::new));
    }

    private JsonNode list(Map<String, String> claims) {
        Answer answer = call("GET /bodies").by(claims).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private int stored() {
        return Runtime.with(runtime, () -> DynamoBodies.here().all()).size();
    }
}
