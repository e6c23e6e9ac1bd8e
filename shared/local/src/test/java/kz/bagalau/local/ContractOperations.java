package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Checkout;

/// The operations of openapi.yaml, each with what a request can name and a body that has everything
/// which the contract declares.
final class ContractOperations {

    private static final int DEEPEST = 8;

    private final JsonNode contract;

    ContractOperations() {
        try {
            contract =
                    new YAMLMapper()
                            .readTree(Checkout.root().resolve("shared/web/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param path with its parameters in braces
    /// @param body a JSON object; empty where none is declared
    record Operation(
            String method,
            String path,
            List<String> pathParameters,
            List<String> queryParameters,
            List<String> headers,
            Optional<ObjectNode> body) {

        /// As template.yaml and API Gateway name it.
        String key() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return key();
        }
    }

    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    if (method.getValue().has("responses")) {
                                        all.add(operation(path, method));
                                    }
                                }));
        return all;
    }

    private Operation operation(
            Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
        List<JsonNode> parameters = new ArrayList<>();
        path.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
        method.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
        JsonNode schema =
                resolved(method.getValue().path("requestBody"))
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                names(parameters, "path"),
                names(parameters, "query"),
                names(parameters, "header"),
                sample(schema, 0) instanceof ObjectNode body
                        ? Optional.of(body)
                        : Optional.empty());
    }

    private static List<String> names(List<JsonNode> parameters, String in) {
        return parameters.stream()
                .filter(one -> one.path("in").asText().equals(in))
                .map(one -> one.path("name").asText())
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = contract.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    /// A value with everything that the schema declares: all properties, one item of each array,
    /// the first of each choice. It need not pass every pattern.
    private JsonNode sample(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        for (String given : List.of("example", "const", "default")) {
            if (schema.has(given)) {
                return schema.path(given);
            }
        }
        for (String choice : List.of("examples", "enum", "oneOf", "anyOf")) {
            if (schema.path(choice).isArray()) {
                JsonNode first = schema.path(choice).path(0);
                return choice.endsWith("Of") ? sample(first, depth + 1) : first;
            }
        }
        ObjectNode object = Json.object();
        if (schema.has("allOf")) {
            schema.path("allOf")
                    .forEach(part -> {
                        if (sample(part, depth + 1) instanceof ObjectNode fields) {
                            object.setAll(fields);
                        }
                    });
            return object;
        }
        return switch (type(schema)) {
            case "object" -> depth > DEEPEST ? object : object(schema, object, depth);
            case "array" -> {
                var items = Json.object().putArray("items");
                if (depth <= DEEPEST) {
                    items.add(sample(schema.path("items"), depth + 1));
                }
                yield items;
            }
            case "integer", "number" -> Json.object().put("n", number(schema)).path("n");
            case "boolean" -> Json.object().put("b", true).path("b");
            case "string" -> Json.object().put("s", text(schema)).path("s");
            default -> schema.path("none");
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String first = type.isArray() ? type.path(0).asText() : type.asText();
        return first.isEmpty() && schema.has("properties") ? "object" : first;
    }

    private JsonNode object(JsonNode schema, ObjectNode object, int depth) {
        schema.path("properties")
                .properties()
                .forEach(field -> object.set(field.getKey(), sample(field.getValue(), depth + 1)));
        if (schema.path("additionalProperties").isObject()) {
            object.set("k1", sample(schema.path("additionalProperties"), depth + 1));
        }
        schema.path("patternProperties")
                .properties()
                .forEach(field -> object.set("q1", sample(field.getValue(), depth + 1)));
        return object;
    }

    private static int number(JsonNode schema) {
        return Math.max(1, schema.path("minimum").asInt(1));
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-01-05";
            case "date-time" -> "2026-01-05T09:00:00+05:00";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }
}
