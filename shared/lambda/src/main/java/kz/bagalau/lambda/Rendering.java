package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import kz.bagalau.rules.Language;

/// Makes a response an answer of API Gateway's payload format 2.0, in the caller's language.
final class Rendering {

    /// Answers from this size on are compressed for callers that accept gzip; API Gateway does not.
    private static final int COMPRESS_FROM = 2_048;

    private final Request request;
    private final Map<String, String> headers = new TreeMap<>();

    private Rendering(Request request) {
        this.request = request;
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
    }

    /// The answer as API Gateway reads it.
    static byte[] of(Request request, Response response) {
        try {
            return Json.write(new Rendering(request).answer(response))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode answer(Response response) throws IOException {
        return switch (response) {
            case Response.Document(int status, Object body) ->
                    text(status, "application/json", Json.write(body));
            case Response.File(var type, var name, var content) -> {
                headers.put("content-type", type);
                headers.put("content-disposition", "attachment; filename=\"" + name + "\"");
                yield binary(200, content);
            }
            case Response.Redirect(var address) -> {
                headers.put("location", address.toString());
                yield plain(303, "");
            }
            case Response.Retry() ->
                    throw new IllegalStateException("a route goes on until it is answered");
            case Response.Challenge(var scheme, var problem) -> {
                headers.put("www-authenticate", scheme);
                yield problem(problem);
            }
            case Problem problem -> problem(problem);
        };
    }

    private ObjectNode problem(Problem problem) throws IOException {
        Language language = request.language();
        headers.put("content-language", language.code());
        int status = problem.code().status();
        if (status == 503) {
            headers.put("retry-after", "5");
        }
        return text(status, "application/problem+json", Json.write(document(problem, language)));
    }

    /// A problem document (RFC 9457), all its errors in it.
    private static ObjectNode document(Problem problem, Language language) {
        ProblemCode code = problem.code();
        ObjectNode body =
                Json.object()
                        .put("type", "urn:bagalau:problem:" + code.name())
                        .put(
                                "title",
                                Messages.text(HttpTitle.of(code.status()), language, List.of()))
                        .put("status", code.status())
                        .put("detail", Messages.text(code, language, problem.arguments()))
                        .put("code", code.name());
        if (!problem.errors().isEmpty()) {
            var errors = body.putArray("errors");
            problem.errors().forEach(error -> errors.add(entry(error, language)));
        }
        body.setAll(problem.members());
        return body;
    }

    private static ObjectNode entry(Problem.Error error, Language language) {
        ObjectNode entry = Json.object();
        error.cell()
                .ifPresentOrElse(
                        cell -> entry.put("sheet", cell.sheet()).put("cell", cell.address()),
                        () -> entry.put("pointer", error.pointer()));
        return entry.put("code", error.code().name())
                .put("message", Messages.text(error.code(), language, error.arguments()));
    }

    private ObjectNode text(int status, String type, String body) throws IOException {
        headers.put("content-type", type + "; charset=utf-8");
        if (body.length() < COMPRESS_FROM
                || !request.header("accept-encoding").orElse("").contains("gzip")) {
            return plain(status, body);
        }
        headers.put("content-encoding", "gzip");
        headers.put("vary", "accept-encoding");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return binary(status, bytes.toByteArray());
    }

    private ObjectNode plain(int status, String body) {
        return envelope(status).put("body", body).put("isBase64Encoded", false);
    }

    private ObjectNode binary(int status, byte[] body) {
        return envelope(status)
                .put("body", Base64.getEncoder().encodeToString(body))
                .put("isBase64Encoded", true);
    }

    private ObjectNode envelope(int status) {
        ObjectNode answer = Json.object().put("statusCode", status);
        ObjectNode names = answer.putObject("headers");
        headers.forEach(names::put);
        return answer;
    }
}
