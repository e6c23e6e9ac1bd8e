package kz.bagalau.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a caller gets.
public record Answer(int status, JsonNode body) {

    public String text(String field) {
        return body.path(field).asText();
    }

    /// The codes of all errors, or the problem's own where it lists none.
    public List<String> codes() {
        List<String> codes = body.path("errors").findValuesAsText("code");
        return codes.isEmpty() ? List.of(text("code")) : codes;
    }

    /// The pointers of all errors.
    public List<String> pointers() {
        return body.path("errors").findValuesAsText("pointer");
    }
}
