package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.contract.Contract;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.local.ContractOperations.Operation;
import kz.bagalau.local.http.HostProblem;
import kz.bagalau.sandbox.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text of a request makes an operation fail. Generated from openapi.yaml: of every operation
/// every value in the body, every parameter of path and query and every header gets values that
/// nobody means well with. Whatever is refused is refused as the contract declares it, and nothing
/// hostile comes back as it was sent.
class HostileTextsTest {

    /// As they stand in JSON.
    private static final List<String> VALUES =
            List.of(
                    "\"x \\ud83d\"",
                    "\"\\udc00\\ud800\"",
                    "\"\\u0000\"",
                    "\"a\\u0007\\u001b[31m\\r\\nSet-Cookie: a=b\"",
                    "\"\\uffff\\ufdd0\"",
                    "\"\\u202egpj.exe\\u2066\\u200f\"",
                    "\"" + "x".repeat(5_000) + "\"",
                    "\"" + "ә".repeat(200_000) + "\"",
                    "\"=1+1\"",
                    "\"@SUM(A1)\\t+cmd|' /C calc'!A0\"",
                    "\"<script>alert(1)</script>\"",
                    "\"__proto__\"",
                    "\"../../etc/passwd\"",
                    "\"' OR 1=1 --#|{}\"",
                    "\"\"",
                    "\"   \"",
                    "1e400",
                    "-1e-400",
                    "-0",
                    "-1",
                    "0.1",
                    "123456789012345678901234567890123456789012345678901234567890",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "{\"__proto__\":{\"admin\":true},\"constructor\":{}}",
                    "[null,[[]],{\"a\":{}}]",
                    "[".repeat(900) + "]".repeat(900),
                    "[".repeat(5_000) + "]".repeat(5_000),
                    "{\"a\":1,\"a\":2}");

    private static final List<String> SEGMENTS =
            List.of(
                    "x".repeat(3_000),
                    "%EF%BF%BF",
                    "%F0%9F%98%80",
                    "%20",
                    "'%22",
                    "%E2%80%AE",
                    "%C2%85",
                    "__proto__",
                    "%3D1%2B1",
                    "%3Cscript%3E",
                    "-0",
                    "1e400",
                    "99999999999999999999",
                    "%23%7C",
                    "..%2F..",
                    "%0D%0ASet-Cookie:%20a=b",
                    "%ED%A0%BD",
                    "%00");

    private static final List<String> HEADERS =
            List.of("x".repeat(5_000), "\u00ff", "=1+1", "<script>", "__proto__", "a,b;q=1e400");

    /// How many of the values one place gets; over all places every value comes in turn.
    private static final int A_PLACE = 4;

    private static final int PLACES = 40;

    @TempDir static Path data;

    private static final Map<String, String> KNOWN = new HashMap<>();
    private static final Map<String, JsonNode> EXAMPLES = new HashMap<>();
    private static Trial trial;
    private static HttpClient http;
    private static String token;
    private static int turn;

    @BeforeAll
    static void start() throws IOException {
        trial = Trial.start(data);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        token = trial.token(everybody());
        trial.open("survey-2026", List.of(Trial.DIGITAL), now().minusHours(1));
        trial.owes("appendix-1", 2025, LocalDate.of(2026, 1, 15));
        KNOWN.putAll(
                Map.of(
                        "body",
                        Trial.DIGITAL,
                        "survey",
                        "survey-2026",
                        "year",
                        "2025",
                        "id",
                        trial.leaverBySlip("p-1").path("id").asText(),
                        "obligation",
                        Trial.DIGITAL + ".appendix-1.2025",
                        "run",
                        trial.run(2025)));
        EXAMPLES.putAll(examples());
    }

    @AfterAll
    static void stop() {
        http.close();
        trial.close();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(5));
    }

    /// Somebody with every role, who is refused nowhere before the request is read.
    private static ObjectNode everybody() {
        return Json.object()
                .put("sub", "trial-everybody")
                .put(
                        "roles",
                        Arrays.stream(Role.values())
                                .map(Role::claimName)
                                .collect(Collectors.joining(" ")))
                .put("body", Trial.DIGITAL)
                .put("territory", Trial.NORTH);
    }

    /// The example event with the longest body of each route.
    private static Map<String, JsonNode> examples() throws IOException {
        Map<String, JsonNode> longest = new HashMap<>();
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("events"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode event = Json.read(Files.readString(file));
                longest.merge(
                        event.path("routeKey").asText(),
                        event,
                        (one, other) ->
                                one.path("body").asText().length()
                                                < other.path("body").asText().length()
                                        ? other
                                        : one);
            }
        }
        return longest;
    }

    /// Those last after which what the others are about is no more.
    static Stream<Operation> operations() {
        List<String> ending = List.of("cancel", "close", "withdrawal", "{person}");
        return new ContractOperations()
                .all().stream()
                        .sorted(
                                Comparator.comparing((Operation one) ->
                                        ending.stream().anyMatch(one.path()::endsWith)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noTextMakesAnOperationFail(Operation operation) throws Exception {
        String path = path(operation, Map.of());
        JsonNode body = body(operation);
        String plain = operation.body().isPresent() ? Json.write(body) : "";
        for (String name : operation.pathParameters()) {
            for (String segment : SEGMENTS) {
                assertAnsweredWell(operation, path(operation, Map.of(name, segment)), plain, "");
            }
        }
        for (String name : operation.queryParameters()) {
            for (String segment : SEGMENTS) {
                assertAnsweredWell(operation, path + "?" + name + "=" + segment, plain, "");
            }
            assertAnsweredWell(operation, path + "?" + name + "=1&" + name + "=2", plain, "");
        }
        for (String name : operation.headers()) {
            for (String value : HEADERS) {
                assertAnsweredWell(operation, path, plain, name + ": " + value);
            }
        }
        if (operation.body().isPresent()) {
            for (String hostile : bodies(body)) {
                assertAnsweredWell(operation, path, hostile, "");
            }
        }
    }

    /// Bodies with one hostile value each, at every place in turn; and what is wrong as a whole.
    private static List<String> bodies(JsonNode body) {
        List<String> all = new ArrayList<>();
        List<JsonPointer> places = places(body, JsonPointer.empty());
        int step = Math.max(1, places.size() / PLACES);
        for (int place = turn % step; place < places.size(); place += step) {
            for (int count = 0; count < A_PLACE; count++) {
                String value = VALUES.get(turn++ % VALUES.size());
                all.add(with(body, places.get(place), value));
            }
        }
        VALUES.forEach(all::add);
        String whole = Json.write(body);
        all.add("");
        all.add("{");
        all.add(whole + whole);
        all.add(whole.substring(0, whole.length() - 1));
        all.add("{\"__proto__\":{\"roles\":[\"agency\"]}," + whole.substring(1));
        all.add("{\"\\u0000\\ud800\":1," + whole.substring(1));
        body.properties()
                .forEach(field ->
                        all.add("{\"%s\":null,%s".formatted(field.getKey(), whole.substring(1))));
        return all;
    }

    /// Everything in the body that is a value, and everything that has some.
    private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
        List<JsonPointer> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> {
                        JsonPointer place = at.appendProperty(field.getKey());
                        places.add(place);
                        places.addAll(places(field.getValue(), place));
                    });
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            places.add(at.appendIndex(0));
            places.addAll(places(array.get(0), at.appendIndex(0)));
        }
        return places;
    }

    /// The body with another value at one place, which stands in JSON as given.
    private static String with(JsonNode body, JsonPointer place, String value) {
        JsonNode copy = body.deepCopy();
        switch (copy.at(place.head())) {
            case ObjectNode object -> object.put(place.last().getMatchingProperty(), "<here>");
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), "<here>");
            default -> throw new IllegalArgumentException("no place: " + place);
        }
        return Json.write(copy).replace("\"<here>\"", value);
    }

    /// Everything that the contract declares, with the values of the example where there is one.
    private static JsonNode body(Operation operation) {
        ObjectNode body = operation.body().orElseGet(Json::object).deepCopy();
        try {
            JsonNode example =
                    Json.parse(
                            EXAMPLES.getOrDefault(operation.key(), Json.object())
                                    .path("body")
                                    .asText());
            if (example instanceof ObjectNode fields) {
                body.setAll(fields);
            }
        } catch (JsonProcessingException e) {
            // A file, or a body that is wrong on purpose.
        }
        return body;
    }

    private static String path(Operation operation, Map<String, String> hostile) {
        JsonNode example =
                EXAMPLES.getOrDefault(operation.key(), Json.object()).path("pathParameters");
        String path = operation.path();
        for (String name : operation.pathParameters()) {
            String known = KNOWN.getOrDefault(name, example.path(name).asText("x"));
            path = path.replace("{" + name + "}", hostile.getOrDefault(name, known));
        }
        return path;
    }

    private static void assertAnsweredWell(
            Operation operation, String path, String body, String header) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(trial.address().resolve(path))
                        .timeout(Duration.ofMinutes(1))
                        .method(operation.method(), HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token);
        if (header.isEmpty()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        } else {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }

        HttpResponse<byte[]> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());

        String what =
                "%s with %s %s answered %d "
                        .formatted(path, shortened(body), header, answer.statusCode());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String said = type.contains("json") ? text(answer.body()) : type;
        assertThat(answer.statusCode()).as(what + said).isLessThan(500);
        assertThat(answer.headers().map().keySet()).as(what).doesNotContain("set-cookie");
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(what)
                .hasValue("nosniff");
        if (type.contains("json")) {
            assertIsPlain(answer.body(), what);
        }
        if (answer.statusCode() >= 400) {
            assertIsDeclared(operation, answer, type, what);
        }
    }

    /// A problem document, which the contract declares; the host's own are before every contract.
    private static void assertIsDeclared(
            Operation operation, HttpResponse<byte[]> answer, String type, String what) {
        String text = text(answer.body());
        assertThat(type).as(what + text).startsWith("application/problem+json");
        String code = Json.read(text).path("code").asText();
        if (Arrays.stream(HostProblem.values()).noneMatch(host -> host.name().equals(code))) {
            assertThat(
                            Contract.ofCheckout()
                                    .answerBreaches(
                                            operation.method(),
                                            path(operation, Map.of()),
                                            answer.statusCode(),
                                            type,
                                            text))
                    .as(what + text)
                    .isEmpty();
        }
    }

    /// UTF-8 that is well formed, without control characters.
    private static void assertIsPlain(byte[] body, String what) {
        assertThat(text(body)).as(what).doesNotContainPattern("[\\x00-\\x1f\\x7f]");
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("no UTF-8: " + new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    private static String shortened(String body) {
        return body.length() > 400 ? body.substring(0, 400) + "…" : body;
    }
}
