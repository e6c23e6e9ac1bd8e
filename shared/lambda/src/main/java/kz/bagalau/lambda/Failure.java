package kz.bagalau.lambda;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What a failure of our own or of a store is to the caller. What a store refuses for what is in it
/// is refused again however often it is sent.
final class Failure {

    /// The codes with which DynamoDB, S3 and SQS refuse a content, a key or a name.
    private static final Set<String> REFUSALS =
            Set.of(
                    "ValidationException",
                    "SerializationException",
                    "KeyTooLongError",
                    "MetadataTooLarge",
                    "InvalidMessageContents",
                    "AWS.SimpleQueueService.BatchRequestTooLong");

    private Failure() {}

    static Problem problem(RuntimeException failure) {
        return Problem.of(kind(failure));
    }

    private static HttpProblem kind(RuntimeException failure) {
        if (!(failure instanceof SdkException)) {
            return HttpProblem.INTERNAL;
        }
        return isRefusal(failure) ? HttpProblem.UNSTORABLE : HttpProblem.UNAVAILABLE;
    }

    private static boolean isRefusal(RuntimeException failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> "ValidationError".equals(reason.code()));
        }
        return failure instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && service.awsErrorDetails().errorCode() != null
                && REFUSALS.contains(service.awsErrorDetails().errorCode());
    }
}
