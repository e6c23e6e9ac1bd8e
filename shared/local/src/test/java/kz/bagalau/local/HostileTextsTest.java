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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text of a request makes a route fail: each text of each example body, each parameter of each
/// path and each key is replaced by what no store takes. Made from the example events, so that a
/// route with an example is asked as well.
class HostileTextsTest {

    /// As they stand in JSON: an unpaired surrogate, NUL, a noncharacter, and far too much.
    private static final List<String> TEXTS =
            List.of("x \\ud83d", "\\u0000", "\\uffff", "x".repeat(5_000));

    private static final List<String> SEGMENTS =
            List.of("x".repeat(3_000), "%EF%BF%BF", "%F0%9F%98%80", "%20", "'%22");

    @TempDir static Path data;

    private static Trial trial;
    private static HttpClient http;

    record Example(String route, JsonNode event) {

        @Override
        public String toString() {
            return route;
        }
    }

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        http.close();
        trial.close();
    }

    /// One of each route: the one with the longest body.
    static Stream<Example> examples() throws IOException {
        SortedMap<String, JsonNode> longest = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("events"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode event = Json.read(Files.readString(file));
                if (event.has("routeKey")) {
                    longest.merge(
                            event.path("routeKey").asText(),
                            event,
                            (one, other) ->
                                    Comparator.comparing((JsonNode each) ->
                                                    each.path("body").asText().length())
                                                            .compare(one, other)
                                                    < 0
                                            ? other
                                            : one);
                }
            }
        }
        return longest.entrySet().stream()
                .map(entry -> new Example(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noTextMakesTheRouteFail(Example example) throws Exception {
        Optional<ObjectNode> body = body(example.event());
        String path = example.event().path("rawPath").asText();
        if (body.isPresent()) {
            for (JsonPointer place : texts(body.get(), JsonPointer.empty())) {
                for (String text : TEXTS) {
                    assertRefusedWell(example, path, with(body.get(), place, text), "k", place);
                }
            }
        }
        String plain = body.map(Json::write).orElse("");
        for (String value : values(example.event())) {
            for (String segment : SEGMENTS) {
                assertRefusedWell(example, path.replace(value, segment), plain, "k", segment);
            }
        }
        assertRefusedWell(example, path, plain, "x".repeat(5_000), "a long key");
        assertRefusedWell(example, path, plain, "\u00ff", "a key that is no ASCII");
    }

    private static void assertRefusedWell(
            Example example, String path, String body, String key, Object what) throws Exception {
        JsonNode event = example.event();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(trial.address().resolve(path))
                        .timeout(Duration.ofMinutes(1))
                        .method(
                                event.at("/requestContext/http/method").asText(),
                                HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key);
        JsonNode claims = event.at("/requestContext/authorizer/jwt/claims");
        if (claims.isObject()) {
            request.header("Authorization", "Bearer " + trial.token(claims));
        }

        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode())
                .as(example + " with " + what + ": " + answer.body())
                .isLessThan(500);
    }

    private static Optional<ObjectNode> body(JsonNode event) {
        try {
            return !event.path("isBase64Encoded").asBoolean()
                            && Json.parse(event.path("body").asText()) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<String> values(JsonNode event) {
        List<String> values = new ArrayList<>();
        event.path("pathParameters").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static List<JsonPointer> texts(JsonNode node, JsonPointer at) {
        List<JsonPointer> places = new ArrayList<>();
        if (node.isTextual()) {
            places.add(at);
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                places.addAll(texts(field.getValue(), at.appendProperty(field.getKey())));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            places.addAll(texts(array.get(0), at.appendIndex(0)));
        }
        return places;
    }

    /// The body with another text at one place, which stands in JSON as given.
    private static String with(ObjectNode body, JsonPointer place, String text) {
        ObjectNode copy = body.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), "<here>");
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), "<here>");
        }
        return Json.write(copy).replace("\"<here>\"", "\"" + text + "\"");
    }
}
