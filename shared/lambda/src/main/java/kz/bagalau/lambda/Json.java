package kz.bagalau.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import kz.bagalau.rules.LocalText;

/// JSON as we read and write it: strict about duplicate keys and what follows the value, bounded in
/// depth, exact in its decimals.
public final class Json {

    /// How deep a request may be nested.
    static final int MAX_DEPTH = 12;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxNumberLength(40)
                                                    .maxNameLength(200)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /// Events are AWS's own: they are not held to the limits of a request's body, which is a text
    /// in them.
    private static final ObjectMapper EVENTS = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// A text in each language: `{"kk": …, "ru": …, "en": …}`.
    public static ObjectNode texts(LocalText text) {
        return object().put("kk", text.kk()).put("ru", text.ru()).put("en", text.en());
    }

    /// Reads a value; throws [JsonProcessingException] for anything that is not exactly one value.
    public static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /// Reads what we wrote ourselves; what cannot be read there is a bug.
    public static JsonNode read(String text) {
        try {
            return parse(text);
        } catch (JsonProcessingException e) {
            throw unreadable("stored JSON cannot be read", e);
        }
    }

    /// Reads an event that AWS made; throws [IllegalStateException] for anything that is no JSON.
    public static JsonNode readEvent(InputStream event) {
        try {
            return EVENTS.readTree(event);
        } catch (IOException e) {
            throw unreadable("an event that is no JSON", e);
        }
    }

    /// Without what could not be read: Jackson's own exception quotes it, and the platform logs
    /// what leaves a function, with its causes.
    private static IllegalStateException unreadable(String what, IOException e) {
        return new IllegalStateException(what + ": " + e.getClass().getSimpleName());
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unreadable("not JSON: " + value.getClass(), e);
        }
    }
}
