package kz.bagalau.appraisal.methodology;

import java.util.OptionalLong;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;

/// What is sent back with what was read.
final class Sent {

    private static final int MAX_VERSION = 999_999;
    private static final int MAX_ID = 100;

    private Sent() {}

    /// The id, which the path names.
    static void id(Input input, String expected) {
        input.optionalText("id", MAX_ID)
                .filter(id -> !id.isEmpty() && !id.equals(expected))
                .ifPresent(id -> input.error("id", FieldProblem.NOT_ALLOWED, id));
    }

    /// The version that the sender has edited; 0 for what comes with the program.
    static OptionalLong version(Input input) {
        if (!input.has("version")) {
            input.raw("version");
            return OptionalLong.empty();
        }
        return OptionalLong.of(input.integer("version", 0, MAX_VERSION));
    }
}
