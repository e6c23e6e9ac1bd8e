package kz.bagalau.lambda.failure;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// A failure of what a function stands on (a store, a queue, the network, its rights there), and
/// not of its work: the same work is done when that answers again. It never counts as an attempt.
/// The SDK's own exceptions mean the same where [#is] says so; this one is thrown where there is
/// none of the SDK.
public final class Outage extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// With these a store answers to a mistake of the work, besides what it refuses for its
    /// content.
    private static final Set<String> MISTAKES =
            Set.of(
                    "ConditionalCheckFailed",
                    "ConditionalCheckFailedException",
                    "EntityTooLarge",
                    "InvalidArgument",
                    "InvalidAttributeValue",
                    "InvalidParameterValue",
                    "InvalidRequest",
                    "ItemCollectionSizeLimitExceeded",
                    "ItemCollectionSizeLimitExceededException",
                    "PreconditionFailed");

    public Outage(String message) {
        super(message);
    }

    public Outage(String message, Throwable cause) {
        super(message, cause);
    }

    /// Whether this failure, or what caused it, is one.
    public static boolean is(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof Outage) {
                return true;
            }
            if (each instanceof SdkException) {
                return !Failure.isRefusal(each)
                        && Failure.codes(each).noneMatch(MISTAKES::contains);
            }
        }
        return false;
    }
}
