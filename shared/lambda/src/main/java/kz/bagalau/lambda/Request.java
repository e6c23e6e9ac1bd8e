package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Language;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway hands it over (payload format 2.0), as far as functions look at it.
/// Forms read it; the methods that answer do not see it.
public final class Request {

    /// Where the event is none: nothing is known of it.
    static final Request NONE = new Request(MissingNode.getInstance());

    private final JsonNode event;
    private final Path path;
    private @Nullable Caller caller;

    private Request(JsonNode event) {
        this.event = event;
        this.path = new Path(texts(event.path("pathParameters")));
    }

    /// Reads an event; throws [IllegalStateException] for anything that is no JSON.
    public static Request read(InputStream event) {
        return new Request(Json.readEvent(event));
    }

    /// Method and path of the route: `GET /bodies/{body}`.
    public String routeKey() {
        return event.path("routeKey").asText();
    }

    /// Throws [IllegalStateException] where this runtime has no prefix of roles.
    public Caller caller() {
        Caller known = caller;
        if (known == null) {
            known = Caller.of(claims());
            caller = known;
        }
        return known;
    }

    private Map<String, String> claims() {
        return texts(event.path("requestContext").path("authorizer").path("jwt").path("claims"));
    }

    public Path path() {
        return path;
    }

    public String path(String name) {
        return path.get(name);
    }

    /// The path as it was sent.
    public String rawPath() {
        return event.path("rawPath").asText();
    }

    public Optional<String> query(String name) {
        return text(event.path("queryStringParameters").path(name));
    }

    /// A header by its name in small letters, as payload format 2.0 writes them.
    public Optional<String> header(String name) {
        return text(event.path("headers").path(name));
    }

    /// The language the caller prefers among ours.
    public Language language() {
        return Language.accepted(header("accept-language").orElse(""));
    }

    /// The form of a route that reads nothing but the caller's language, for texts in its answer.
    public Input.Result<Language> inLanguage() {
        return new Input.Accepted<>(language());
    }

    /// The body, empty where there is none.
    public byte[] bytes() {
        String body = text(event.path("body")).orElse("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /// The body as text, empty where there is none.
    public String body() {
        return event.path("isBase64Encoded").asBoolean()
                ? new String(bytes(), StandardCharsets.UTF_8)
                : text(event.path("body")).orElse("");
    }

    /// The object in the body, of at most `maxBytes` bytes.
    public Input input(int maxBytes) {
        return Input.of(body(), maxBytes);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
