package kz.bagalau.lambda;

import java.util.List;
import java.util.Optional;

/// A problem document (RFC 9457) before it is put into the caller's language.
///
/// @param code the kind
/// @param arguments what the texts of this kind name
/// @param errors every single error, in the order of the request; may be empty
public record Problem(ProblemCode code, List<String> arguments, List<Error> errors)
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
    }

    public static Problem of(ProblemCode code, String... arguments) {
        return new Problem(code, List.of(arguments), List.of());
    }

    public static Problem of(ProblemCode code, List<Error> errors) {
        return new Problem(code, List.of(), errors);
    }

    /// A request whose fields are wrong: 400 with all of them.
    public static Problem invalid(List<Error> errors) {
        return of(HttpProblem.INVALID, errors);
    }
}
