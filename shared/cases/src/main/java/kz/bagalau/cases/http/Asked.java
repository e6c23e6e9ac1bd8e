package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;

/// What somebody asks to happen with a document.
///
/// @param event by the flow's name
/// @param version that the caller saw; empty where the request names none, and then only the last
///   event sent again is understood
/// @param asked what was asked for, the reason among it and without times: the same event of the
///   same person that asks for the same is the same request, sent again
public record Asked(String event, OptionalLong version, ObjectNode asked) {

    public Asked {
        asked = asked.deepCopy();
    }

    /// The field `version` of what changes an object.
    public static OptionalLong version(Input input) {
        if (!input.has("version")) {
            input.raw("version");
            return OptionalLong.empty();
        }
        return OptionalLong.of(input.integer("version", 1, Integer.MAX_VALUE));
    }

    /// The field `version` of what adds a part to an object. A part stands beside those of others,
    /// so the version is understood and not compared.
    public static void anyVersion(Input input) {
        version(input);
    }

    /// The parameter `version` of what changes an object and has no content.
    public static OptionalLong version(Request request, Input input) {
        try {
            return request.query("version")
                    .map(text -> OptionalLong.of(Long.parseUnsignedLong(text)))
                    .orElseGet(OptionalLong::empty);
        } catch (NumberFormatException e) {
            input.error("version", FieldProblem.WRONG_TYPE, "integer");
            return OptionalLong.empty();
        }
    }
}
