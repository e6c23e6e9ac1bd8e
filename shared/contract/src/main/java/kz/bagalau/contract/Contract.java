package kz.bagalau.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.HttpAnswer;
import org.jspecify.annotations.Nullable;

/// The contract of the HTTP API, `shared/web/openapi.yaml`.
public final class Contract {

    private static final String JSON = "application/json";

    /// One wrong schema can break in every question of a form.
    private static final int SHOWN = 10;

    private final OpenApiInteractionValidator validator;

    private Contract(String yaml) {
        validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(yaml)
                        // who calls stands in the event's claims; the authorizer saw the token
                        .withLevelResolver(
                                LevelResolver.create()
                                        .withLevel(
                                                "validation.request.security",
                                                ValidationReport.Level.IGNORE)
                                        .build())
                        .build();
    }

    private static final class Loaded {
        static final Contract CONTRACT = read();

        private static Contract read() {
            try {
                return new Contract(Files.readString(file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Path file() {
        return Checkout.root().resolve("shared/web/openapi.yaml");
    }

    /// The contract of this checkout, read at the first call.
    public static Contract ofCheckout() {
        return Loaded.CONTRACT;
    }

    /// Fails with everything by which an answer breaks the contract. Where the request was carried
    /// out, it too must be one that the contract allows: what we accept and do not name, clients
    /// would come to rely on.
    public void requireKept(JsonNode request, HttpAnswer response) {
        String method = request.path("routeKey").asText().split(" ", 2)[0];
        String path = request.path("rawPath").asText();
        int status = response.status();
        List<String> breaches =
                new ArrayList<>(
                        answerBreaches(
                                method,
                                path,
                                status,
                                response.headers().get("content-type"),
                                body(response)));
        if (status < 300) {
            breaches.addAll(requestBreaches(method, path, request));
        }
        if (!breaches.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d against openapi.yaml: %s"
                            .formatted(
                                    method,
                                    path,
                                    status,
                                    breaches.stream()
                                            .limit(SHOWN)
                                            .collect(Collectors.joining("; "))));
        }
    }

    /// By what an answer breaks the contract; empty where it keeps it.
    public List<String> answerBreaches(
            String method, String path, int status, @Nullable String type, String body) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(status).withBody(body);
        if (type != null) {
            answer.withContentType(type);
        }
        return messages(
                validator.validateResponse(path, Request.Method.valueOf(method), answer.build()));
    }

    private List<String> requestBreaches(String method, String path, JsonNode event) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
        event.path("queryStringParameters")
                .properties()
                .forEach(parameter ->
                        request.withQueryParam(parameter.getKey(), parameter.getValue().asText()));
        if (event.hasNonNull("body")) {
            request.withContentType(event.path("headers").path("content-type").asText(JSON))
                    .withBody(body(event));
        }
        return messages(validator.validateRequest(request.build()));
    }

    private static List<String> messages(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> where(message) + message.getMessage())
                .toList();
    }

    private static String where(ValidationReport.Message message) {
        return message.getContext()
                .flatMap(ValidationReport.MessageContext::getPointers)
                .map(pointers -> pointers.getInstance() + " ")
                .orElse("");
    }

    private static String body(JsonNode event) {
        String body = event.path("body").asText();
        return event.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static String body(HttpAnswer response) {
        if (!response.base64()) {
            return response.body();
        }
        byte[] bytes = response.bytes();
        if (!response.headers().containsKey("content-encoding")) {
            return new String(
                    bytes,
                    StandardCharsets.ISO_8859_1); // a file, of which only the type is checked
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
