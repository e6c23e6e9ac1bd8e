package kz.bagalau.lambda;

import static kz.bagalau.lambda.Access.anonymous;
import static kz.bagalau.lambda.Calls.call;
import static kz.bagalau.lambda.Calls.printed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@Isolated("reads what the process prints")
class RenderingTest {

    private static final String SECRET = "7Q2M-0000-MARK-MARK";

    @Test
    void aLargeAnswer_isCompressedForWhoAcceptsIt_andReadsTheSame() throws IOException {
        Response words = Response.ok(Map.of("words", "құрметті ".repeat(1_000)));

        var plain = answer(Map.of(), words);
        var small = answer(Map.of("accept-encoding", "gzip"), Response.ok(Map.of("a", 1)));
        var gzip = answer(Map.of("accept-encoding", "br, gzip"), words);

        assertThat(headers(plain)).doesNotContainKey("content-encoding");
        assertThat(headers(small)).doesNotContainKey("content-encoding");
        assertThat(small.path("isBase64Encoded").booleanValue()).isFalse();
        assertThat(headers(gzip))
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "accept-encoding");
        assertThat(gzip.path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(body(gzip).length()).isLessThan(body(plain).length() / 10);
        try (var unzipped =
                new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(body(gzip))))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(body(plain));
        }
    }

    @Test
    void aFile_isSentAsItIs_underItsName() {
        byte[] content = new byte[5_000];

        var answer =
                answer(
                        Map.of("accept-encoding", "gzip"),
                        new Response.File("application/pdf", "min-digital.pdf", content));

        assertThat(answer.path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(Base64.getDecoder().decode(body(answer))).isEqualTo(content);
        assertThat(headers(answer))
                .doesNotContainKey("content-encoding")
                .containsEntry("cache-control", "no-store")
                .containsEntry("content-type", "application/pdf")
                .containsEntry("content-disposition", "attachment; filename=\"min-digital.pdf\"");
    }

    @Test
    void whatIsTooLong_isFetchedWhereItLies() {
        var answer = answer(Map.of(), new Response.Redirect(URI.create("https://bucket/key?a=b")));

        assertThat(status(answer)).isEqualTo(303);
        assertThat(headers(answer))
                .containsEntry("cache-control", "no-store")
                .containsEntry("location", "https://bucket/key?a=b");
    }

    @Test
    void noAnswerIsKeptByACache_norItsTypeGuessed() {
        var answer = answer(Map.of(), Response.ok(Map.of("a", 1)));

        assertThat(headers(answer))
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-type", "application/json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                    kk",
        "'kk',                  kk",
        "'ru-RU,ru;q=0.9',      ru",
        "'de, en;q=0.5',        en",
        "'en;q=0.1, ru;q=0.8',  ru",
        "'de',                  kk",
        "'*',                   kk",
        "';;;q=x',              kk"
    })
    void aProblem_isInTheCallersLanguage_inKazakhOtherwise(String accepted, String language) {
        var answer = answer(Map.of("accept-language", accepted), Problem.of(HttpProblem.NOT_FOUND));

        assertThat(headers(answer)).containsEntry("content-language", language);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo(
                        Messages.text(
                                HttpProblem.NOT_FOUND, Language.accepted(language), List.of()));
    }

    @Test
    void aProblemDocument_hasAllItsErrors() {
        var answer =
                answer(
                        Map.of("accept-language", "en"),
                        Problem.invalid(
                                List.of(
                                        new Problem.Error("/a", FieldProblem.REQUIRED),
                                        new Problem.Error(
                                                "/b", FieldProblem.NOT_ALLOWED, "{0} it's"))));

        assertThat(status(answer)).isEqualTo(400);
        assertThat(headers(answer))
                .containsEntry("content-type", "application/problem+json; charset=utf-8");
        assertThat(json(answer))
                .isEqualTo(
                        Json.read(
                                """
                                {"type":"urn:bagalau:problem:INVALID","title":"The request has errors",
                                 "status":400,"detail":"The request has errors. Nothing was stored.",
                                 "code":"INVALID","errors":[
                                  {"pointer":"/a","code":"REQUIRED","message":"This must be filled in."},
                                  {"pointer":"/b","code":"NOT_ALLOWED",
                                   "message":"“{0} it's” is not allowed here."}]}
                                """));
    }

    @Test
    void whereTheStoreDoesNotAnswer_itIs503_toBeTriedAgain_andNothingLeaks() {
        for (RuntimeException outage :
                List.of(
                        SdkClientException.create("no route for " + SECRET),
                        ProvisionedThroughputExceededException.builder().message(SECRET).build())) {
            JsonNode answer = assertLeaksNothing(outage, 503);
            assertThat(headers(answer)).containsEntry("retry-after", "5");
        }
    }

    @Test
    void aBug_is500_andNothingLeaks() {
        assertLeaksNothing(
                new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)), 500);
    }

    private static JsonNode assertLeaksNothing(RuntimeException failure, int status) {
        ObjectNode event = event(Map.of("authorization", SECRET, "cookie", SECRET));
        event.put("body", SECRET).put("rawPath", "/" + SECRET);
        List<JsonNode> answers = new ArrayList<>();
        String log =
                printed(() ->
                        answers.add(
                                answer(
                                        event,
                                        () -> {
                                            throw failure;
                                        })));

        JsonNode answer = answers.getFirst();
        assertThat(status(answer)).isEqualTo(status);
        assertThat(answer.toString()).doesNotContain(SECRET).doesNotContain("Exception");
        assertThat(log).contains(failure.getClass().getName()).doesNotContain(SECRET);
        assertThat(Json.read(log).path("at")).isNotEmpty();
        return answer;
    }

    private static JsonNode answer(Map<String, String> headers, Response response) {
        return answer(event(headers), () -> response);
    }

    private static JsonNode answer(ObjectNode event, Supplier<Response> response) {
        Route route = Route.get("/bodies", anonymous()).answers((_, _) -> response.get());
        return call(RolesOnly.of("bagalau:"), Calls.function(Routes.of(route)), event);
    }

    private static ObjectNode event(Map<String, String> headers) {
        ObjectNode event = Json.object().put("routeKey", "GET /bodies");
        headers.forEach(event.putObject("headers")::put);
        return event;
    }

    private static int status(JsonNode answer) {
        return answer.path("statusCode").intValue();
    }

    private static Map<String, String> headers(JsonNode answer) {
        Map<String, String> headers = new HashMap<>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
        return headers;
    }

    private static String body(JsonNode answer) {
        return answer.path("body").textValue();
    }

    private static JsonNode json(JsonNode answer) {
        return Json.read(body(answer));
    }
}
