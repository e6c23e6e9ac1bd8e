package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.failure.Failure;

/// A problem document (RFC 9457) before it is put into the caller's language.
///
/// @param code the kind
/// @param arguments what the texts of this kind name
/// @param errors every single error, in the order of the request; may be empty
/// @param members what else the document says, such as `current`: an object of these fields
public record Problem(
        ProblemCode code, List<String> arguments, List<Error> errors, ObjectNode members)
        implements Response {

    /// @param pointer a JSON pointer into the request, or a path or query parameter's name; empty
    ///   where the error is in a file
    /// @param cell where in a file it is
    /// @param arguments what the message names
    public record Error(
            String pointer, Optional<Cell> cell, ProblemCode code, List<String> arguments) {

        public Error(String pointer, ProblemCode code, List<String> arguments) {
            this(pointer, Optional.empty(), code, arguments);
        }

        public Error(String pointer, ProblemCode code, String... arguments) {
            this(pointer, code, List.of(arguments));
        }

        public Error(Cell cell, ProblemCode code, List<String> arguments) {
            this("", Optional.of(cell), code, arguments);
        }
    }

    /// A place in a file that was sent.
    ///
    /// @param sheet empty for the file as a whole
    /// @param address such as `B7`; empty for a sheet or file as a whole
    public record Cell(String sheet, String address) {}

    public Problem {
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
        members = members.deepCopy();
    }

    @Override
    public ObjectNode members() {
        return members.deepCopy();
    }

    /// A problem that says nothing else.
    public Problem(ProblemCode code, List<String> arguments, List<Error> errors) {
        this(code, arguments, errors, Json.object());
    }

    /// 409 `CHANGED`: what is to be changed is no longer what the caller saw.
    ///
    /// @param current what stands, as this caller may see it
    public static Problem changed(ObjectNode current) {
        return new Problem(
                HttpProblem.CHANGED, List.of(), List.of(), Json.object().set("current", current));
    }

    /// 409 `WRONG_STATE`: it cannot be done in the state in which the object stands.
    public static Problem wrongState(String state) {
        return new Problem(
                HttpProblem.WRONG_STATE,
                List.of(state),
                List.of(),
                Json.object().put("state", state));
    }

    public static Problem of(ProblemCode code, String... arguments) {
        return new Problem(code, List.of(arguments), List.of());
    }

    public static Problem of(ProblemCode code, List<Error> errors) {
        return new Problem(code, List.of(), errors);
    }

    /// What a failure of our own or of a store is to the caller.
    static Problem of(RuntimeException failure) {
        if (!Failure.isOfStore(failure)) {
            return of(HttpProblem.INTERNAL);
        }
        return of(Failure.isRefusal(failure) ? HttpProblem.UNSTORABLE : HttpProblem.UNAVAILABLE);
    }

    /// A request whose fields are wrong: 400 with all of them.
    public static Problem invalid(List<Error> errors) {
        return of(HttpProblem.INVALID, errors);
    }
}
