package kz.bagalau.scoring.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;

/// JSON with one text for one content: keys in order, no white space. And its digest.
public final class Canonical {

    private Canonical() {}

    public static String json(JsonNode json) {
        return Json.write(sorted(json));
    }

    public static String digest(JsonNode json) {
        return digest(json(json).getBytes(StandardCharsets.UTF_8));
    }

    /// SHA-256 in hexadecimal digits.
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private static JsonNode sorted(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> {
                Map<String, JsonNode> fields = new TreeMap<>();
                object.properties()
                        .forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
                ObjectNode copy = Json.object();
                fields.forEach(copy::set);
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.object().putArray("list");
                array.forEach(element -> copy.add(sorted(element)));
                yield copy;
            }
            default -> json;
        };
    }
}
