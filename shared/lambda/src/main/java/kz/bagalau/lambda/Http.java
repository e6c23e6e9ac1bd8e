package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import kz.bagalau.rules.Language;

/// Requests and answers of API Gateway's payload format 2.0.
public final class Http {

    /// Answers from this size on are compressed for callers that accept gzip; API Gateway does not.
    private static final int COMPRESS_FROM = 2_048;

    private Http() {}

    /// Runs a handler and makes an answer of whatever goes wrong in it: 503 where the store does
    /// not answer, 400 where it refuses the content, 500 otherwise. What went wrong is logged by
    /// its kind and place only, never by a value of the request.
    public static APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event,
            Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        try {
            return compressed(event, handler.apply(event));
        } catch (RuntimeException e) {
            Log.failure(event.getRouteKey(), e);
            return problem(event, Failure.problem(e));
        }
    }

    /// An answer in JSON that no cache keeps.
    public static APIGatewayV2HTTPResponse json(int status, Object body) {
        return response(status, "application/json", Json.write(body), Map.of());
    }

    /// A file to be kept under this name, of Latin letters, digits, hyphens and dots.
    public static APIGatewayV2HTTPResponse file(String type, String name, byte[] content) {
        Map<String, String> headers = unkept();
        headers.put("content-type", type);
        headers.put("content-disposition", "attachment; filename=\"" + name + "\"");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(headers)
                .withBody(Base64.getEncoder().encodeToString(content))
                .withIsBase64Encoded(true)
                .build();
    }

    /// 303 to where the answer lies, for what is too long for API Gateway.
    public static APIGatewayV2HTTPResponse see(URI address) {
        Map<String, String> headers = unkept();
        headers.put("location", address.toString());
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(303)
                .withHeaders(headers)
                .withBody("")
                .build();
    }

    /// A problem document in the caller's language, all its errors in it.
    public static APIGatewayV2HTTPResponse problem(APIGatewayV2HTTPEvent event, Problem problem) {
        Language language = language(event);
        ProblemCode code = problem.code();
        ObjectNode body = Json.object();
        body.put("type", "urn:bagalau:problem:" + code.name());
        body.put("title", Messages.text(HttpTitle.of(code.status()), language, List.of()));
        body.put("status", code.status());
        body.put("detail", Messages.text(code, language, problem.arguments()));
        body.put("code", code.name());
        if (!problem.errors().isEmpty()) {
            var errors = body.putArray("errors");
            for (Problem.Error error : problem.errors()) {
                ObjectNode entry = errors.addObject();
                error.cell()
                        .ifPresentOrElse(
                                cell ->
                                        entry.put("sheet", cell.sheet())
                                                .put("cell", cell.address()),
                                () -> entry.put("pointer", error.pointer()));
                entry.put("code", error.code().name())
                        .put("message", Messages.text(error.code(), language, error.arguments()));
            }
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("content-language", language.code());
        if (code.status() == 503) {
            headers.put("retry-after", "5");
        }
        return response(code.status(), "application/problem+json", Json.write(body), headers);
    }

    public static Language language(APIGatewayV2HTTPEvent event) {
        return Language.accepted(header(event, "accept-language").orElse(""));
    }

    /// A path parameter; API Gateway always gives the ones of the route.
    public static String path(APIGatewayV2HTTPEvent event, String name) {
        Map<String, String> parameters = event.getPathParameters();
        String value = parameters == null ? null : parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no parameter " + name);
        }
        return value;
    }

    public static Optional<String> query(APIGatewayV2HTTPEvent event, String name) {
        Map<String, String> parameters = event.getQueryStringParameters();
        return Optional.ofNullable(parameters == null ? null : parameters.get(name));
    }

    /// A header by its name in small letters, as payload format 2.0 writes them.
    public static Optional<String> header(APIGatewayV2HTTPEvent event, String name) {
        Map<String, String> headers = event.getHeaders();
        return Optional.ofNullable(headers == null ? null : headers.get(name));
    }

    /// The request's body as text, empty where there is none.
    public static String body(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return "";
        }
        return event.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static APIGatewayV2HTTPResponse response(
            int status, String type, String body, Map<String, String> more) {
        Map<String, String> headers = unkept();
        headers.putAll(more);
        headers.put("content-type", type + "; charset=utf-8");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    private static Map<String, String> unkept() {
        Map<String, String> headers = new HashMap<>();
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        return headers;
    }

    private static APIGatewayV2HTTPResponse compressed(
            APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response) {
        String body = response.getBody();
        if (response.getIsBase64Encoded()
                || body.length() < COMPRESS_FROM
                || !header(event, "accept-encoding").orElse("").contains("gzip")) {
            return response;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        response.getHeaders().put("content-encoding", "gzip");
        response.getHeaders().put("vary", "accept-encoding");
        response.setBody(Base64.getEncoder().encodeToString(bytes.toByteArray()));
        response.setIsBase64Encoded(true);
        return response;
    }
}
