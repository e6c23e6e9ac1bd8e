package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import kz.bagalau.rules.Language;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@Isolated("reads what the process prints")
class HttpTest {

    private static final String SECRET = "7Q2M-0000-MARK-MARK";

    @Test
    void aLargeAnswer_isCompressedForWhoAcceptsIt_andReadsTheSame() throws IOException {
        String words = "құрметті ".repeat(1_000);

        var plain = answer(event(Map.of()), event -> Http.json(200, Map.of("words", words)));
        var small =
                answer(
                        event(Map.of("accept-encoding", "gzip")),
                        event -> Http.json(200, Map.of("a", 1)));
        var gzip =
                answer(
                        event(Map.of("accept-encoding", "br, gzip")),
                        event -> Http.json(200, Map.of("words", words)));

        assertThat(plain.getHeaders()).doesNotContainKey("content-encoding");
        assertThat(small.getHeaders()).doesNotContainKey("content-encoding");
        assertThat(small.getIsBase64Encoded()).isFalse();
        assertThat(gzip.getHeaders())
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "accept-encoding");
        assertThat(gzip.getIsBase64Encoded()).isTrue();
        assertThat(gzip.getBody().length()).isLessThan(plain.getBody().length() / 10);
        try (var unzipped =
                new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(gzip.getBody())))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.getBody());
        }
    }

    @Test
    void aFile_isSentAsItIs_underItsName() {
        byte[] content = new byte[5_000];

        var answer =
                answer(
                        event(Map.of("accept-encoding", "gzip")),
                        event -> Http.file("application/pdf", "min-digital.pdf", content));

        assertThat(answer.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.getBody())).isEqualTo(content);
        assertThat(answer.getHeaders())
                .doesNotContainKey("content-encoding")
                .containsEntry("cache-control", "no-store")
                .containsEntry("content-type", "application/pdf")
                .containsEntry("content-disposition", "attachment; filename=\"min-digital.pdf\"");
    }

    @Test
    void whatIsTooLong_isFetchedWhereItLies() {
        var answer =
                answer(event(Map.of()), event -> Http.see(URI.create("https://bucket/key?a=b")));

        assertThat(answer.getStatusCode()).isEqualTo(303);
        assertThat(answer.getHeaders())
                .containsEntry("cache-control", "no-store")
                .containsEntry("location", "https://bucket/key?a=b");
    }

    @Test
    void noAnswerIsKeptByACache_norItsTypeGuessed() {
        var answer = answer(event(Map.of()), event -> Http.json(200, Map.of("a", 1)));

        assertThat(answer.getHeaders())
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
    void aProblem_isToldInTheCallersLanguage_inKazakhOtherwise(String accepted, String language) {
        var answer =
                answer(
                        event(Map.of("accept-language", accepted)),
                        event -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND)));

        assertThat(answer.getHeaders()).containsEntry("content-language", language);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo(
                        Messages.text(
                                HttpProblem.NOT_FOUND, Language.accepted(language), List.of()));
    }

    @Test
    void aProblemDocument_hasAllItsErrors() {
        var answer =
                answer(
                        event(Map.of("accept-language", "en")),
                        event ->
                                Http.problem(
                                        event,
                                        Problem.invalid(
                                                List.of(
                                                        new Problem.Error(
                                                                "/a", FieldProblem.REQUIRED),
                                                        new Problem.Error(
                                                                "/b",
                                                                FieldProblem.NOT_ALLOWED,
                                                                "{0} it's")))));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getHeaders())
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
            assertLeaksNothing(outage, 503)
                    .satisfies(answer ->
                            assertThat(answer.getHeaders()).containsEntry("retry-after", "5"));
        }
    }

    @Test
    void aBug_is500_andNothingLeaks() {
        assertLeaksNothing(
                new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)), 500);
    }

    private static ObjectAssert<APIGatewayV2HTTPResponse> assertLeaksNothing(
            RuntimeException failure, int status) {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        APIGatewayV2HTTPResponse answer;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var event = event(Map.of("authorization", SECRET, "cookie", SECRET));
            event.setBody(SECRET);
            event.setRawPath("/" + SECRET);
            answer =
                    answer(
                            event,
                            any -> {
                                throw failure;
                            });
        } finally {
            System.setOut(standard);
        }
        String log = printed.toString(StandardCharsets.UTF_8);
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(answer.toString()).doesNotContain(SECRET).doesNotContain("Exception");
        assertThat(log).contains(failure.getClass().getName()).doesNotContain(SECRET);
        assertThat(Json.read(log).path("at")).isNotEmpty();
        return assertThat(answer);
    }

    private static APIGatewayV2HTTPEvent event(Map<String, String> headers) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("GET /bodies")
                .withHeaders(headers)
                .build();
    }

    private static APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event,
            Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        return Http.answer(event, handler);
    }

    private static JsonNode json(APIGatewayV2HTTPResponse answer) {
        return Json.read(answer.getBody());
    }
}
