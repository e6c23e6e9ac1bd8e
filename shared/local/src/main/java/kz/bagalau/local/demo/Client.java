package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import org.jspecify.annotations.Nullable;

/// A caller of the public HTTP API, as any other program would be.
public final class Client implements AutoCloseable {

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    /// A status and the JSON that came with it (missing where nothing came).
    public record Reply(int status, JsonNode body) {

        /// Throws [Refused] unless the status is one of `expected`.
        public Reply expect(int... expected) {
            for (int one : expected) {
                if (one == status) {
                    return this;
                }
            }
            throw new Refused(status + " " + body);
        }
    }

    /// Thrown where an answer is not the expected one.
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    public Client(URI address) {
        this.address = address;
    }

    /// `who` null calls without a token. A POST can be sent again: it has the same key.
    public Reply send(@Nullable Person who, String method, String path, @Nullable Object body) {
        return send(who, method, path, body, key(path, body));
    }

    /// As the other, with a key of its own for each occasion to send the same.
    public Reply send(Person who, String method, String path, Object body, String occasion) {
        return send(who, method, path, body, key(path + " " + occasion, body));
    }

    /// A POST that makes something new each time.
    public Reply make(Person who, String path, Object body) {
        return send(who, "POST", path, body, UUID.randomUUID());
    }

    /// Puts a file in a place of the API.
    Reply put(Person who, String path, String mediaType, byte[] content) {
        return answer(
                request(who, path)
                        .header("Content-Type", mediaType)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build());
    }

    private Reply send(
            @Nullable Person who, String method, String path, @Nullable Object body, UUID key) {
        HttpRequest.Builder request = request(who, path).header("Content-Type", "application/json");
        if (method.equals("POST") && who != null) {
            request.header("Idempotency-Key", key.toString());
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(Json.write(body)));
        return answer(request.build());
    }

    private HttpRequest.Builder request(@Nullable Person who, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofMinutes(5))
                        .header("Accept-Language", "en");
        return who == null ? request : request.header("Authorization", "Bearer " + token(who));
    }

    private Reply answer(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.body().isBlank()
                            ? Json.object().missingNode()
                            : Json.read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static UUID key(String path, @Nullable Object body) {
        String whole = path + "\n" + (body == null ? "" : Json.write(body));
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    public String token(Person who) {
        return tokens.computeIfAbsent(
                who,
                person -> {
                    var asked = Json.object().put("sub", person.subject());
                    person.roles().forEach(asked.putArray("roles")::add);
                    person.body().ifPresent(body -> asked.put("body", body));
                    person.territory().ifPresent(unit -> asked.put("territory", unit));
                    return send(null, "POST", "/local/token", asked)
                            .expect(200)
                            .body()
                            .path("token")
                            .asText();
                });
    }

    @Override
    public void close() {
        http.close();
    }
}
