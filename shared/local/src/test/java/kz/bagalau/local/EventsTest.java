package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.local.functions.Events;
import kz.bagalau.local.functions.Routes;
import kz.bagalau.local.http.Request;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventsTest {

    private static final Instant NOW = Instant.parse("2020-03-12T19:03:58.390Z");

    private final Events events = new Events(Clock.fixed(NOW, ZoneOffset.UTC));

    static List<Path> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("events"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> read(file).has("routeKey"))
                    .filter(file -> !read(file).path("isBase64Encoded").asBoolean())
                    .sorted()
                    .toList();
        }
    }

    /// The events of the checkout are as AWS sends them. From the request in each of them the host
    /// makes the same event, but for what only AWS can know. (Base64 has a test of its own.)
    @ParameterizedTest
    @MethodSource("recorded")
    void theHostSendsWhatAwsSends(Path file) {
        JsonNode recorded = withoutNulls(read(file));
        JsonNode context = recorded.path("requestContext");
        Map<String, List<String>> headers = new TreeMap<>();
        recorded.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        Request request =
                new Request(
                        context.path("http").path("method").asText(),
                        recorded.path("rawPath").asText(),
                        recorded.path("rawQueryString").asText(),
                        headers,
                        recorded.path("body").asText().getBytes(StandardCharsets.UTF_8),
                        "HTTP/1.1");
        Routes.Match match =
                new Routes.Match(
                        route(recorded.path("routeKey").asText()),
                        strings(recorded.path("pathParameters")));

        JsonNode made = events.of(request, match, claims(context.path("authorizer")));

        assertThat(comparable(made)).isEqualTo(comparable(recorded));
    }

    /// The example of payload format 2.0 in the Developer Guide of API Gateway: a header and a
    /// parameter that come twice, two cookies.
    @Test
    void whatComesTwiceIsJoinedAndCookiesStandAlone() {
        Request request =
                new Request(
                        "POST",
                        "/my/path",
                        "parameter1=value1&parameter1=value2&parameter2=value",
                        Map.of(
                                "cookie", List.of("cookie1; cookie2"),
                                "header1", List.of("value1"),
                                "header2", List.of("value1", "value2")),
                        "Hello from Lambda".getBytes(StandardCharsets.UTF_8),
                        "HTTP/1.1");

        JsonNode event =
                events.of(request, new Routes.Match(route("POST /my/path"), Map.of()), null);

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("rawPath").asText()).isEqualTo("/my/path");
        assertThat(event.path("rawQueryString").asText())
                .isEqualTo("parameter1=value1&parameter1=value2&parameter2=value");
        assertThat(event.path("cookies"))
                .extracting(JsonNode::asText)
                .containsExactly("cookie1", "cookie2");
        assertThat(strings(event.path("headers")))
                .isEqualTo(Map.of("header1", "value1", "header2", "value1,value2"));
        assertThat(strings(event.path("queryStringParameters")))
                .isEqualTo(Map.of("parameter1", "value1,value2", "parameter2", "value"));
        assertThat(event.path("body").asText()).isEqualTo("Hello from Lambda");
        assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
        assertThat(event.at("/requestContext/time").asText())
                .isEqualTo("12/Mar/2020:19:03:58 +0000");
        assertThat(event.at("/requestContext/timeEpoch").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(event.path("requestContext").has("authorizer")).isFalse();
    }

    @Test
    void whatIsNotTextComesInBase64() {
        Request request =
                new Request(
                        "POST",
                        "/upload",
                        "",
                        Map.of("content-type", List.of("application/octet-stream")),
                        new byte[] {0, 1, (byte) 0xff},
                        "HTTP/1.1");

        JsonNode event =
                events.of(request, new Routes.Match(route("POST /upload"), Map.of()), null);

        assertThat(event.path("body").asText()).isEqualTo("AAH/");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    private static JsonNode comparable(JsonNode event) {
        ObjectNode copy = event.deepCopy();
        ObjectNode context = (ObjectNode) copy.path("requestContext");
        List<String> awsOnly =
                List.of(
                        "accountId",
                        "apiId",
                        "domainName",
                        "domainPrefix",
                        "requestId",
                        "time",
                        "timeEpoch");
        awsOnly.forEach(name -> assertThat(context.has(name)).as(name).isTrue());
        context.remove(awsOnly);
        ((ObjectNode) context.path("http")).remove("sourceIp");
        return copy;
    }

    private static @Nullable Map<String, String> claims(JsonNode authorizer) {
        return authorizer.isMissingNode() ? null : strings(authorizer.path("jwt").path("claims"));
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> out = new TreeMap<>();
        object.properties().forEach(entry -> out.put(entry.getKey(), entry.getValue().asText()));
        return out;
    }

    private static Template.Route route(String key) {
        String[] parts = key.split(" ", 2);
        return new Template.Route("F", "Api", parts[0], parts[1], false);
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
            object.forEach(EventsTest::withoutNulls);
        }
        return node;
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
