package kz.bagalau.lambda;

/// A kind of problem that is reported to a caller. Each capability has an enum of its own; the text
/// in each language stands under the constant's name in `messages_<language>.properties` beside the
/// enum.
public interface ProblemCode {

    String name();

    /// The HTTP status of an answer that is nothing but this problem.
    int status();
}
