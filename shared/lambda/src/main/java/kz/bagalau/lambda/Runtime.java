package kz.bagalau.lambda;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import kz.bagalau.rules.calendar.AlmatyTime;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What a function stands in: its environment variables, its clock and its clients. On AWS this is
/// the process itself; the one-machine host binds another for each function, so that one JVM holds
/// all of them with the rights and variables that each has in template.yaml.
public interface Runtime {

    /// The zone in which days are counted (convention C6).
    ZoneId ALMATY = AlmatyTime.ZONE;

    /// The value of an environment variable; throws [IllegalStateException] naming it where it is
    /// not set.
    String env(String name);

    /// Domain time. Signatures, tokens and time-to-live use real time instead.
    Clock clock();

    /// The client with this function's rights; made at the first call.
    DynamoDbClient dynamo();

    /// The client of the buckets with this function's rights; made at the first call. Only a
    /// function whose module declares the SDK's `s3` has the classes for it.
    S3Client s3();

    /// Signs addresses with which somebody without credentials may do one thing with one object, as
    /// far as this function itself may; made at the first call. Needs the SDK's `s3`.
    S3Presigner presigner();

    /// The client of the queues with this function's rights; made at the first call. Only a
    /// function whose module declares the SDK's `sqs` has the classes for it.
    SqsClient sqs();

    /// The runtime bound to this thread, else that of the process.
    static Runtime current() {
        return Bound.RUNTIME.isBound() ? Bound.RUNTIME.get() : ProcessRuntime.INSTANCE;
    }

    /// Runs `work` with `runtime` as the current one.
    static <T> T with(Runtime runtime, Supplier<T> work) {
        return ScopedValue.where(Bound.RUNTIME, runtime).call(work::get);
    }
}
