package kz.bagalau.lambda.failure;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What a store failed for. What it refuses for what is in it is refused again however often it is
/// sent.
public final class Failure {

    /// The codes with which DynamoDB, S3 and SQS refuse a content, a key or a name.
    private static final Set<String> REFUSALS =
            Set.of(
                    "ValidationException",
                    "ValidationError",
                    "SerializationException",
                    "KeyTooLongError",
                    "MetadataTooLarge",
                    "InvalidMessageContents",
                    "AWS.SimpleQueueService.BatchRequestTooLong");

    private Failure() {}

    /// Whether a store refused or did not answer; any other failure is our own.
    public static boolean isOfStore(Throwable failure) {
        return failure instanceof SdkException;
    }

    /// Whether a store will not take the content, the key or the name of this request, however
    /// often it is sent.
    public static boolean isRefusal(Throwable failure) {
        return codes(failure).anyMatch(REFUSALS::contains);
    }

    /// The codes with which a store answered; none where it did not answer.
    static Stream<String> codes(Throwable failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .filter(Objects::nonNull);
        }
        return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? Stream.ofNullable(service.awsErrorDetails().errorCode())
                : Stream.empty();
    }
}
