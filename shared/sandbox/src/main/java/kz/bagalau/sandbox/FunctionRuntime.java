package kz.bagalau.sandbox;

import java.time.Clock;
import java.util.Arrays;
import kz.bagalau.lambda.Runtime;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What one function of template.yaml stands in: exactly its environment, a clock, and a client
/// that refuses what its policy does not allow.
public final class FunctionRuntime implements Runtime {

    private final Template.Function function;
    private final Clock clock;
    private final DynamoDbClient dynamo;

    /// @param interceptors see every request that the policy allows
    public FunctionRuntime(
            Template template,
            Template.Function function,
            Clock clock,
            Endpoint endpoint,
            ExecutionInterceptor... interceptors) {
        this.function = function;
        this.clock = clock;
        ExecutionInterceptor[] all = Arrays.copyOf(interceptors, interceptors.length + 1);
        System.arraycopy(interceptors, 0, all, 1, interceptors.length);
        all[0] = new PolicyGuard(template, function);
        this.dynamo = endpoint.connect(all);
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
    public S3Client s3() {
        throw new UnsupportedOperationException("there are no buckets on one machine yet");
    }

    @Override
    public S3Presigner presigner() {
        throw new UnsupportedOperationException("there are no buckets on one machine yet");
    }

    @Override
    public SqsClient sqs() {
        throw new UnsupportedOperationException("there are no queues on one machine yet");
    }
}
