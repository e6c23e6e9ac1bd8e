package kz.bagalau.lambda;

import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A runtime that knows the prefix of roles, where it is set, and nothing else.
record RolesOnly(Optional<String> prefix) implements Runtime {

    static RolesOnly of(String prefix) {
        return new RolesOnly(Optional.of(prefix));
    }

    @Override
    public String env(String name) {
        return prefix.filter(_ -> name.equals(Caller.ROLE_PREFIX))
                .orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    @Override
    public Clock clock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DynamoDbClient dynamo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public S3Client s3() {
        throw new UnsupportedOperationException();
    }

    @Override
    public S3Presigner presigner() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SqsClient sqs() {
        throw new UnsupportedOperationException();
    }
}
