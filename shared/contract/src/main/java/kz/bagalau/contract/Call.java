package kz.bagalau.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.HttpCall;
import org.jspecify.annotations.Nullable;

/// A call of a function, under construction, as API Gateway hands it over. Every answer is held to
/// the contract. Nobody calls, and in English, until the test says otherwise:
///
/// ```java
/// Call.of("GET /bodies", Call.to(runtime, ManageBodies::new)).by(AGENCY).send()
/// ```
public final class Call {

    /// What template.yaml has for the parameter `RolePrefix`.
    private static final String ROLE_PREFIX = "bagalau:";

    private final String route;
    private final Way way;
    private final Crash crash;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>(Map.of("accept-language", "en"));
    private Map<String, String> claims = Map.of();
    private @Nullable String body;
    private boolean binary;
    private @Nullable String address;
    private @Nullable String agent;

    /// How a test reaches the function that an event is for.
    @FunctionalInterface
    public interface Way {
        HttpAnswer take(JsonNode event);
    }

    private Call(String route, Way way, Crash crash) {
        this.route = route;
        this.way = way;
        this.crash = crash;
    }

    /// A call of a route as template.yaml names it, `GET /bodies/{body}`.
    public static Call of(String route, Way way) {
        return new Call(route, way, new Crash());
    }

    /// A call whose function's requests to its stores pass `crash`.
    public static Call of(String route, Way way, Crash crash) {
        return new Call(route, way, crash);
    }

    /// The way to a new instance of a function, which stands in `runtime`.
    public static Way to(Runtime runtime, Supplier<?> function) {
        return event ->
                Runtime.with(runtime, () -> HttpCall.of(function.get(), event, new NoContext()));
    }

    /// Nobody, where the authorizer has let nobody through.
    public Call by(@Nullable Caller caller) {
        return by(caller == null ? Map.of() : claims(caller));
    }

    /// Whoever the token's claims say, as API Gateway hands them over; none are nobody.
    public Call by(Map<String, String> who) {
        claims = who;
        return this;
    }

    public Call path(String name, String value) {
        path.put(name, value);
        return this;
    }

    public Call query(String name, String value) {
        query.put(name, value);
        return this;
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// In this language: kk, ru or en.
    public Call in(String language) {
        return header("accept-language", language);
    }

    public Call body(@Nullable String text) {
        body = text;
        return this;
    }

    public Call body(JsonNode json) {
        return body(json.toString());
    }

    /// A file, which API Gateway hands over in Base64.
    public Call file(byte[] content, String mediaType) {
        binary = true;
        return body(Base64.getEncoder().encodeToString(content)).header("content-type", mediaType);
    }

    /// Where the request comes from, in all the places where API Gateway says so.
    public Call from(String sourceAddress, String userAgent) {
        address = sourceAddress;
        agent = userAgent;
        return header("x-forwarded-for", sourceAddress).header("user-agent", userAgent);
    }

    public Answer send() {
        HttpAnswer answer = raw();
        return new Answer(answer.status(), Json.read(answer.body()));
    }

    /// The answer as API Gateway gets it.
    public HttpAnswer raw() {
        ObjectNode event = event();
        HttpAnswer answer = way.take(event);
        Contract.ofCheckout().requireKept(event, answer);
        return answer;
    }

    /// The file that is answered.
    public byte[] bytes() {
        HttpAnswer answer = raw();
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return answer.bytes();
    }

    /// Sends it to a process that dies at its `number`-th request to a store, from 1.
    ///
    /// @return what is answered; empty where the process died
    public Optional<Answer> sendDying(int number, Crash.Moment moment) {
        return crash.at(number, moment, this::send);
    }

    /// Sends it, and does something else just before its `number`-th request to a store.
    public Answer sendWhile(int number, Runnable something) {
        return crash.meanwhile(number, something, this::send);
    }

    /// Sends it, and counts its function's requests to its stores.
    ///
    /// @param check what the answer is to be
    public int requests(Consumer<Answer> check) {
        return crash.requests(() -> check.accept(send()));
    }

    /// The event that API Gateway makes of the call.
    public ObjectNode event() {
        String method = route.substring(0, route.indexOf(' '));
        String rawPath = route.substring(method.length() + 1);
        for (var parameter : path.entrySet()) {
            rawPath = rawPath.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        ObjectNode event =
                Json.object().put("version", "2.0").put("routeKey", route).put("rawPath", rawPath);
        event.set("headers", texts(headers));
        if (!query.isEmpty()) {
            event.set("queryStringParameters", texts(query));
        }
        if (!path.isEmpty()) {
            event.set("pathParameters", texts(path));
        }
        ObjectNode context = event.putObject("requestContext").put("routeKey", route);
        if (!claims.isEmpty()) {
            context.putObject("authorizer").putObject("jwt").set("claims", texts(claims));
        }
        ObjectNode http = context.putObject("http").put("method", method).put("path", rawPath);
        Optional.ofNullable(address).ifPresent(from -> http.put("sourceIp", from));
        Optional.ofNullable(agent).ifPresent(by -> http.put("userAgent", by));
        Optional.ofNullable(body).ifPresent(text -> event.put("body", text));
        return event.put("isBase64Encoded", binary);
    }

    private static ObjectNode texts(Map<String, String> values) {
        ObjectNode texts = Json.object();
        values.forEach(texts::put);
        return texts;
    }

    /// API Gateway hands arrays over as `[a b]`.
    private static Map<String, String> claims(Caller caller) {
        Map<String, String> claims = new HashMap<>();
        claims.put("sub", caller.subject());
        claims.put(
                "roles",
                caller.roles().stream()
                        .map(role -> ROLE_PREFIX + role.claimName())
                        .sorted()
                        .collect(Collectors.joining(" ", "[", "]")));
        caller.body().ifPresent(own -> claims.put("body", own));
        caller.territory().ifPresent(own -> claims.put("territory", own));
        return claims;
    }
}
