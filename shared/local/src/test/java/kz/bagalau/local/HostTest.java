package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.fixture.RecordRuns;
import kz.bagalau.local.functions.Gateway;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Tokens;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The host on a small template of its own, with functions that do little.
class HostTest {

    @TempDir static Path folder;

    private static Host host;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        host = started(folder.resolve("data"), 0);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        host.close();
    }

    @AfterEach
    void giveTimeBack() {
        send("DELETE", "/local/clock", "");
        RecordRuns.runs();
    }

    @Test
    void aFunctionSeesTheRequestAndItsOwnEnvironment() {
        JsonNode seen =
                json(
                        request("GET", "/signed/%D2%9B?a=1&a=2")
                                .header("Authorization", "Bearer " + token("a1", "agency", "hr"))
                                .header("Cookie", "one=1; two=2"));

        assertThat(seen.path("greeting").asText()).isEqualTo("hello");
        assertThat(seen.path("function").asText()).isEqualTo("Echo");
        assertThat(seen.path("route").asText()).isEqualTo("GET /signed/{name}");
        assertThat(seen.path("parameters").path("name").asText()).isEqualTo("қ");
        assertThat(seen.path("query").asText()).isEqualTo("a=1&a=2");
        assertThat(seen.path("cookies")).hasSize(2);
    }

    @Test
    void claimsAreStringsAndAnArrayIsWrittenInBrackets() {
        JsonNode claims =
                json(request("GET", "/signed/x")
                                .header("Authorization", "Bearer " + token("a1", "agency", "hr")))
                        .path("claims");

        assertThat(claims.path("sub").asText()).isEqualTo("a1");
        assertThat(claims.path("roles").asText()).isEqualTo("[bagalau:agency bagalau:hr]");
        assertThat(claims.path("body").asText()).isEqualTo("min-digital");
        assertThat(claims.path("exp").isTextual()).isTrue();
    }

    /// What stands in a token, and what a function is handed of it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"state agency\"]                 | [state agency]",
                "[\"a\",\"b c\"]                    | [a b c]",
                "[]                                 | []",
                "\"[bagalau:agency]\"               | [bagalau:agency]",
                "\"a b\"                            | a b",
                "[[\"a\",\"bagalau:agency\"],\"b\"] | [[a bagalau:agency] b]",
                "{\"roles\":[\"a\",\"b\"],\"id\":1}   | map[id:1 roles:[a b]]",
                "[{\"b\":true},null]                | [map[b:true] <nil>]",
                "1700000000                         | 1700000000",
                "true                               | true"
            })
    void aClaimIsHandedOverAsATextThatShowsNoLimitsOfItsValues(String claim, String handedOver) {
        JsonNode claims = Json.read("{\"roles\":" + claim + "}");
        assertThat(Gateway.handedOver(claims)).containsExactly(Map.entry("roles", handedOver));
    }

    @Test
    void withoutATokenTheAuthorizerAnswers401() {
        HttpResponse<String> answer = send(request("GET", "/signed/x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void aTokenWithAnotherSignatureIsRefused() {
        String[] parts = token("a1", "agency").split("\\.", -1);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[100] ^= 1;
        assertRefused(parts[0] + "." + parts[1] + "." + Tokens.encode(signature));
    }

    @Test
    void aTokenWithOtherClaimsThanTheSignedIsRefused() {
        String[] parts = token("a1", "employee").split("\\.", -1);
        String claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("employee", "agency");
        String forged = Tokens.encode(claims.getBytes(StandardCharsets.UTF_8));
        assertRefused(parts[0] + "." + forged + "." + parts[2]);
    }

    @Test
    void aTokenWithoutSignatureIsRefusedWhateverItsHeaderSays() {
        String header = Tokens.encode("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(header + "." + token("a1", "agency").split("\\.", -1)[1] + ".");
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertRefused(host.tokens().sign(claims().put("exp", now() - 1)));
        assertAccepted(host.tokens().sign(claims()));
    }

    @Test
    void aTokenThatIsNotValidYetIsRefused() {
        assertRefused(host.tokens().sign(claims().put("nbf", now() + 60)));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        assertRefused(host.tokens().sign(claims().put("aud", "somebody-else")));
        ObjectNode two = claims();
        two.putArray("aud").add("somebody-else").add("bagalau-pages");
        assertAccepted(host.tokens().sign(two));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertRefused(host.tokens().sign(claims().put("iss", "http://localhost:1/local/issuer")));
    }

    /// What reaches the anonymous API is what the distribution's request policy lets through.
    @Test
    void theAnonymousApiSeesNeitherAgentNorCookieNorQuery() {
        JsonNode seen =
                json(
                        request("POST", "/open?who=me", "{}")
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", "ru")
                                .header("User-Agent", "marker-agent")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .header("Authorization", "Bearer " + token("a1", "agency"))
                                .header("Cookie", "who=me"));

        assertThat(seen.path("headers").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("accept-language", "content-type");
        assertThat(seen.path("cookies")).isEmpty();
        assertThat(seen.path("query").asText()).isEmpty();
        assertThat(seen.path("claims")).isEmpty();
        assertThat(seen.path("body").asText()).isEqualTo("{}");
    }

    @Test
    void whatNoRouteFitsIs404() {
        HttpResponse<String> answer = send(request("GET", "/signed/a/b"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(send(request("GET", "/nothing")).statusCode()).isEqualTo(404);
        assertThat(send(request("PUT", "/open")).statusCode()).isEqualTo(404);
    }

    @Test
    void aFunctionThatTakesTooLongOrFailsIs500() {
        assertThat(send(request("GET", "/open/sleep/1")).statusCode()).isEqualTo(204);
        assertThat(send(request("GET", "/open/sleep/5000")).statusCode()).isEqualTo(500);
        assertThat(send(request("GET", "/open/sleep/-1")).statusCode()).isEqualTo(500);
        assertThat(send(request("GET", "/open/sleep/-1")).body())
                .isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aRequestOfMoreThanTenMegabytesIs413() {
        char[] characters = new char[10 * 1024 * 1024 + 1];
        Arrays.fill(characters, 'x');

        assertThat(send(request("POST", "/open", new String(characters))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void everyAnswerHasTheDistributionsHeaders() {
        for (String path : List.of("/open", "/nothing.html", "/config.json")) {
            assertThat(send(request("GET", path)).headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; connect-src 'self' " + host.address());
        }
    }

    @Test
    void theConfigurationOfThePagesNamesTheLocalIssuer() {
        assertThat(json(request("GET", "/config.json")).toString())
                .isEqualTo(
                        "{\"issuer\":\"%s/local/issuer\",\"clientId\":\"bagalau-pages\",\"rolePrefix\":\"bagalau:\",\"api\":\"\"}"
                                .formatted(host.address()));
    }

    @Test
    void anotherSitesPageGetsNoToken() {
        String body = "{\"sub\":\"a1\",\"roles\":[\"agency\"]}";

        assertThat(
                        send(request("POST", "/local/token", body)
                                        .header("Origin", "https://evil.example"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        send(request("POST", "/local/token", body)
                                        .header("Origin", host.address().toString()))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theClockMovesForFunctionsAndGoesOn() {
        send("POST", "/local/clock", "{\"now\":\"2026-01-05T03:00:00+05:00\"}");

        Instant seen = Instant.parse(json(request("POST", "/open", "")).path("now").asText());
        assertThat(seen)
                .isBetween(
                        Instant.parse("2026-01-04T22:00:00Z"),
                        Instant.parse("2026-01-04T22:01:00Z"));

        send("DELETE", "/local/clock", "");
        assertThat(Instant.parse(json(request("POST", "/open", "")).path("now").asText()))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aClockThatIsNoTimeIsRefused() {
        assertThat(send("POST", "/local/clock", "{\"now\":\"yesterday\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theClockGoesFarAwayAndBack() {
        for (String now :
                List.of(
                        "0001-01-01T00:00:00Z",
                        "9999-12-30T00:00:00Z",
                        "1970-01-01T00:00:00Z",
                        "2200-01-01T00:00:00Z",
                        "0001-01-01T00:00:00+05:00",
                        "2026-01-05T03:30:00Z")) {
            assertThat(send("POST", "/local/clock", "{\"now\":\"" + now + "\"}").statusCode())
                    .as(now)
                    .isIn(200, 400);
            assertThat(send(request("POST", "/open", "")).statusCode()).as(now).isEqualTo(200);
            assertThat(send(request("GET", "/local/health")).statusCode()).isEqualTo(200);
        }
        assertThat(RecordRuns.runs()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "0000-06-01T00:00:00Z"
            })
    void aClockOutOfTheYearsIsRefusedAndTheHostLives(String now) {
        HttpResponse<String> answer = send("POST", "/local/clock", "{\"now\":\"" + now + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.read(answer.body()).path("code").asText()).isEqualTo("CLOCK_OUT_OF_RANGE");
        assertThat(send(request("POST", "/open", "")).statusCode()).isEqualTo(200);
    }

    /// A folder where a file is to be: what a full disk does to writing, on every system.
    @Test
    void whatCannotBeKeptIsSaidAndChangesNothing() throws IOException {
        Path obstacle = Files.createDirectory(folder.resolve("data/clock.new"));
        Files.createFile(obstacle.resolve("x"));
        try {
            HttpResponse<String> answer =
                    send(
                            request("POST", "/local/clock", "{\"now\":\"2026-01-05T03:00:00Z\"}")
                                    .header("Accept-Language", "kk"));

            assertThat(answer.statusCode()).isEqualTo(507);
            assertThat(Json.read(answer.body()).path("code").asText())
                    .isEqualTo("DATA_NOT_WRITTEN");
            assertThat(Json.read(answer.body()).path("detail").asText())
                    .startsWith("Деректер қалтасына жазу мүмкін емес");
            assertThat(json(request("GET", "/local/clock")).path("moved").asBoolean()).isFalse();
        } finally {
            Files.delete(obstacle.resolve("x"));
            Files.delete(obstacle);
        }
        assertThat(send("POST", "/local/clock", "{\"now\":\"2026-01-05T03:00:00Z\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void schedulesThatCameDueRunAtTheirTimes() {
        send("POST", "/local/clock", "{\"now\":\"2026-01-05T03:30:00Z\"}");
        RecordRuns.runs();

        send("POST", "/local/clock", "{\"now\":\"2026-01-05T05:10:00Z\"}");

        assertThat(RecordRuns.runs())
                .extracting(instant -> instant.truncatedTo(ChronoUnit.MINUTES))
                .containsExactly(
                        Instant.parse("2026-01-05T04:00:00Z"),
                        Instant.parse("2026-01-05T05:00:00Z"));
    }

    @Test
    void backwardsNothingComesDue() {
        send("POST", "/local/clock", "{\"now\":\"2020-01-05T03:30:00Z\"}");

        assertThat(RecordRuns.runs()).isEmpty();
    }

    @Test
    void aScheduleRunsAtWill() {
        assertThat(send("POST", "/local/schedules/RecordRunsHourly", "").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/local/schedules/RecordRuns", "").statusCode()).isEqualTo(200);
        assertThat(RecordRuns.runs()).hasSize(2);
        assertThat(send("POST", "/local/schedules/Nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void timeIsNotMovedWhileARequestIsUnderWay() throws Exception {
        long started = System.nanoTime();
        CompletableFuture<HttpResponse<String>> slow =
                http.sendAsync(
                        request("GET", "/open/sleep/700").build(),
                        HttpResponse.BodyHandlers.ofString());
        Thread.sleep(200);

        send("POST", "/local/clock", "{\"now\":\"2026-01-05T03:00:00Z\"}");

        assertThat(System.nanoTime() - started).isGreaterThan(650_000_000L);
        assertThat(slow.get().statusCode()).isEqualTo(204);
    }

    @Test
    void healthAndOutboxAnswer() {
        assertThat(json(request("GET", "/local/health")).path("status").asText()).isEqualTo("UP");
        assertThat(send(request("GET", "/local/outbox")).body()).isEqualTo("[]");
    }

    @Test
    void aSecondHostOnTheSameDataIsToldSo() {
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> started(folder.resolve("data"), 0))
                .withMessageContaining("Another Bagalau")
                .withMessageContaining("BAGALAU_DATA");
    }

    @Test
    void aTakenPortIsToldAndTheDataFolderIsFreeAgain() {
        Path other = folder.resolve("other");
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(() -> started(other, host.address().getPort()))
                .withMessageContaining("Port " + host.address().getPort())
                .withMessageContaining("BAGALAU_PORT");

        started(other, 0).close();
    }

    @Test
    void afterARestartTheClockAndTheTokensAreTheSame() {
        Path other = folder.resolve("restarted");
        String token;
        try (Host first = started(other, 0)) {
            token = first.tokens().sign(claims());
            post(first, "/local/clock", "{\"now\":\"2026-01-05T03:00:00+05:00\"}");
        }
        try (Host second = started(other, 0)) {
            String clock =
                    send(HttpRequest.newBuilder(second.address().resolve("/local/clock"))).body();
            assertThat(OffsetDateTime.parse(Json.read(clock).path("now").asText()).getYear())
                    .isEqualTo(2026);
            assertThat(second.tokens().check(token, issuer(host), List.of("bagalau-pages")))
                    .isPresent();
        }
        assertThat(Files.exists(other.resolve("clock"))).isTrue();
    }

    private static Host started(Path data, int port) {
        return Host.start(
                new Settings(port, data, true, false),
                line -> {},
                parameters -> Template.parse(yaml(), "t-", parameters));
    }

    private static String yaml() {
        try (InputStream in = HostTest.class.getResourceAsStream("template.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String token) {
        HttpResponse<String> answer =
                send(request("GET", "/signed/x").header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    private static void assertAccepted(String token) {
        assertThat(
                        send(request("GET", "/signed/x").header("Authorization", "Bearer " + token))
                                .statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode claims() {
        return Json.object()
                .put("iss", issuer(host))
                .put("aud", "bagalau-pages")
                .put("sub", "a1")
                .put("iat", now())
                .put("exp", now() + 60);
    }

    private static String issuer(Host of) {
        return of.address() + "/local/issuer";
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String token(String subject, String... roles) {
        ObjectNode asked = Json.object().put("sub", subject).put("body", "min-digital");
        Arrays.asList(roles).forEach(asked.putArray("roles")::add);
        return Json.read(send("POST", "/local/token", Json.write(asked)).body())
                .path("token")
                .asText();
    }

    private static JsonNode json(HttpRequest.Builder request) {
        return Json.read(send(request).body());
    }

    private static void post(Host to, String path, String body) {
        send(
                HttpRequest.newBuilder(to.address().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return send(request(method, path, body));
    }

    private static HttpRequest.Builder request(String method, String path) {
        return request(method, path, "");
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(host.address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
