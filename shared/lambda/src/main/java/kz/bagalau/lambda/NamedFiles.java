package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// The files that an object names: every field `document`, at any depth, whose value is the id of a
/// file that somebody sent. What has no such form is a paper's own number, and names no file.
public final class NamedFiles {

    private static final String FIELD = "document";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private NamedFiles() {}

    /// A new id of 122 random bits.
    public static String draw() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// The ids with the JSON pointers of the fields that name them first.
    public static Map<String, String> in(JsonNode object) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(object, "", found);
        return found;
    }

    private static void collect(JsonNode json, String at, Map<String, String> found) {
        json.properties()
                .forEach(field -> {
                    JsonNode value = field.getValue();
                    String pointer = at + "/" + Input.escape(field.getKey());
                    if (field.getKey().equals(FIELD) && isId(value.asText())) {
                        found.putIfAbsent(value.asText(), pointer);
                    } else {
                        collect(value, pointer, found);
                    }
                });
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(json.path(i), at + "/" + i, found);
            }
        }
    }
}
