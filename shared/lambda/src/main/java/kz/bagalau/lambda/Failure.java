package kz.bagalau.lambda;

import software.amazon.awssdk.core.exception.SdkException;

/// What a failure of our own or of a store is to the caller.
final class Failure {

    private Failure() {}

    static Problem problem(RuntimeException failure) {
        return Problem.of(
                failure instanceof SdkException ? HttpProblem.UNAVAILABLE : HttpProblem.INTERNAL);
    }
}
