package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;

/// What an answer says besides, where nothing is refused. Implemented by the enumeration of a
/// capability, whose constants are the codes.
public interface Warning {

    String name();

    /// What it says to people.
    LocalText text();

    /// Adds `{"pointer","code","text":{"kk","ru","en"}}`.
    ///
    /// @param pointer to what it is about in the document (RFC 6901)
    /// @return what was added
    default ObjectNode addTo(ArrayNode warnings, String pointer) {
        ObjectNode json = warnings.addObject().put("pointer", pointer).put("code", name());
        json.set("text", Json.texts(text()));
        return json;
    }
}
