package kz.bagalau.facts.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.bagalau.contract.Call;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// The analysts' desk on a real DynamoDB API, each function with the rights that template.yaml
/// gives it, called with events as API Gateway sends them. Every answer keeps the contract.
final class Desk implements AutoCloseable {

    static final Map<String, String> AGENCY = Map.of("sub", "a1", "roles", "[bagalau:agency]");
    static final Map<String, String> COLLEAGUE = Map.of("sub", "a2", "roles", "[bagalau:agency]");
    static final Map<String, String> DIGITAL = Map.of("sub", "d1", "roles", "[bagalau:digital]");
    static final Map<String, String> HR =
            Map.of("sub", "h1", "roles", "[bagalau:hr]", "body", "min-digital");
    static final Map<String, String> NOBODY = Map.of();

    final Sandbox sandbox = Sandbox.open();
    private Instant now = Instant.parse("2026-01-12T05:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(Runtime.ALMATY);

    /// What a caller gets.
    record Answer(int status, Map<String, String> headers, byte[] bytes) {

        JsonNode body() {
            return Json.read(new String(bytes, StandardCharsets.UTF_8));
        }

        /// `pointer CODE` of every error.
        List<String> errors() {
            return body().path("errors")
                    .valueStream()
                    .map(error ->
                            error.path("pointer").asText() + " " + error.path("code").asText())
                    .toList();
        }

        JsonNode fact(String name) {
            return body().path("facts").path(name);
        }
    }

    /// Time passes, so that later is later.
    void later() {
        now = now.plus(Duration.ofMinutes(1));
    }

    Instant now() {
        return now;
    }

    void body(String id, BodyKind kind) {
        body(id, kind, null);
    }

    void body(String id, BodyKind kind, @Nullable String parent) {
        DynamoBodies bodies = new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), clock);
        bodies.put(
                new StateBody(
                        id,
                        new LocalText(id + " қаз", id + " рус", id),
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(parent),
                        61),
                bodies.find(id),
                new Caller("a1", Set.of(Role.AGENCY), Optional.empty()));
    }

    void publish(String body, String origin, Fact... facts) {
        Transaction transaction = new Transaction();
        DynamoFacts.add(
                transaction,
                sandbox.table("Records"),
                new Publication(body, 2025, origin, Arrays.asList(facts), "h1", now));
        transaction.write(sandbox.dynamo());
    }

    static Fact count(String name, long value) {
        return new Fact(
                name,
                new FactValue.Amount(BigDecimal.valueOf(value)),
                Json.object().put("kind", "upload").put("upload", "r-7f3k").put("cell", "C14"));
    }

    Answer put(Map<String, String> claims, String body, String json) {
        return put(claims, body, "2025", json);
    }

    Answer put(
            Map<String, String> claims,
            String body,
            String year,
            String json,
            ExecutionInterceptor... interceptors) {
        return send(
                "EditFacts",
                EditFacts::new,
                "PUT /facts/{body}/{year}",
                Map.of("body", body, "year", year),
                Map.of(),
                claims,
                json,
                "en",
                interceptors);
    }

    Answer get(Map<String, String> claims, String body) {
        return get(claims, body, "2025");
    }

    Answer get(Map<String, String> claims, String body, String year) {
        return send(
                "ReadFacts",
                ReadFacts::new,
                "GET /facts/{body}/{year}",
                Map.of("body", body, "year", year),
                Map.of(),
                claims,
                null,
                "en");
    }

    Answer history(Map<String, String> claims, String body, String fact) {
        return send(
                "ReadFacts",
                ReadFacts::new,
                "GET /facts/{body}/{year}/history",
                Map.of("body", body, "year", "2025"),
                Map.of("fact", fact),
                claims,
                null,
                "en");
    }

    Answer matrix(Map<String, String> claims, Map<String, String> query) {
        return send("ReadFacts", ReadFacts::new, "GET /facts", Map.of(), query, claims, null, "en");
    }

    String version(String body, String fact) {
        return get(AGENCY, body).fact(fact).path("version").asText();
    }

    Answer send(
            String function,
            Supplier<?> made,
            String route,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> claims,
            @Nullable String body,
            String language,
            ExecutionInterceptor... interceptors) {
        return answer(
                call(function, made, route, path, query, claims, interceptors)
                        .body(body)
                        .in(language));
    }

    private Call call(
            String function,
            Supplier<?> made,
            String route,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> claims,
            ExecutionInterceptor... interceptors) {
        Runtime runtime = sandbox.runtime(function, clock, interceptors);
        Call call = Call.of(route, Call.to(runtime, made)).by(claims);
        path.forEach(call::path);
        query.forEach(call::query);
        return call;
    }

    private static Answer answer(Call call) {
        HttpAnswer response = call.raw();
        return new Answer(response.status(), response.headers(), response.bytes());
    }

    /// A workbook sent as API Gateway hands it over.
    Answer sendFile(
            String route, Map<String, String> query, Map<String, String> claims, byte[] file) {
        return answer(
                call("EditFacts", EditFacts::new, route, Map.of(), query, claims)
                        .file(file, FileType.XLSX.mediaType()));
    }

    /// Everything that is stored about facts.
    List<String> stored() {
        return sandbox
                .dynamo()
                .scanPaginator(scan -> scan.tableName(sandbox.table("Records")))
                .items()
                .stream()
                .map(item -> new TreeMap<>(item).toString())
                .filter(item -> item.contains("facts#") || item.contains("published#"))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
