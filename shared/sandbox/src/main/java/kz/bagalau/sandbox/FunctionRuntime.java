package kz.bagalau.sandbox;

import java.time.Clock;
import java.util.Arrays;
import kz.bagalau.lambda.Runtime;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What one function of template.yaml stands in: exactly its environment, a clock, and clients that
/// refuse what its policy does not allow.
public final class FunctionRuntime implements Runtime, AutoCloseable {

    private final Template.Function function;
    private final Clock clock;
    private final Cloud cloud;
    private final PolicyGuard guard;
    private final ExecutionInterceptor[] interceptors;
    private final DynamoDbClient dynamo;
    private @Nullable S3Client s3;
    private @Nullable S3Presigner presigner;
    private @Nullable SqsClient sqs;

    /// @param interceptors see every request that the policy allows
    public FunctionRuntime(
            Template template,
            Template.Function function,
            Clock clock,
            Cloud cloud,
            ExecutionInterceptor... interceptors) {
        this.function = function;
        this.clock = clock;
        this.cloud = cloud;
        this.guard = new PolicyGuard(template, function);
        this.interceptors = Arrays.copyOf(interceptors, interceptors.length + 1);
        System.arraycopy(interceptors, 0, this.interceptors, 1, interceptors.length);
        this.interceptors[0] = guard;
        this.dynamo = cloud.tables().connect(this.interceptors);
    }

    @Override
    public String env(String name) {
        String value = function.environment().get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "template.yaml gives "
                            + function.id()
                            + " no environment variable "
                            + name
                            + ", only "
                            + function.environment().keySet());
        }
        return value;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    @Override
    public synchronized S3Client s3() {
        if (s3 == null) {
            s3 = cloud.buckets().s3(interceptors);
        }
        return s3;
    }

    @Override
    public synchronized S3Presigner presigner() {
        if (presigner == null) {
            presigner = new GuardedPresigner(cloud.buckets().presigner(), guard);
        }
        return presigner;
    }

    @Override
    public synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = cloud.queues().sqs(interceptors);
        }
        return sqs;
    }

    @Override
    public synchronized void close() {
        dynamo.close();
        if (s3 != null) {
            s3.close();
        }
        if (presigner != null) {
            presigner.close();
        }
        if (sqs != null) {
            sqs.close();
        }
    }
}
