package kz.bagalau.sandbox;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Where DynamoDB, S3 or SQS answers: at an address on this machine, or (`uri` null) where the
/// SDK's own configuration says, `AWS_ENDPOINT_URL_DYNAMODB` and the like among it.
///
/// @param secret with which requests to an address on this machine are signed; the server for
///   buckets refuses any other
public record Endpoint(@Nullable URI uri, String secret) {

    static final String KEY = "local";

    /// Of servers in memory, which tests use, and of those that check no signature.
    static final String COMMON_SECRET = "local";

    private static final Region REGION = Region.of(Intrinsics.REGION);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(60);

    public Endpoint(@Nullable URI uri) {
        this(uri, COMMON_SECRET);
    }

    public static Endpoint of(Dynoxide dynoxide) {
        return new Endpoint(dynoxide.endpoint());
    }

    public static Endpoint ofEnvironment() {
        return new Endpoint(null);
    }

    /// A new client; each `interceptor` sees every request before it is sent.
    public DynamoDbClient connect(ExecutionInterceptor... interceptors) {
        return ready(DynamoDbClient.builder(), TIMEOUT, interceptors).build();
    }

    /// The same for buckets.
    public S3Client s3(ExecutionInterceptor... interceptors) {
        return ready(S3Client.builder(), LONG_TIMEOUT, interceptors).forcePathStyle(true).build();
    }

    public S3Presigner presigner() {
        S3Presigner.Builder builder =
                S3Presigner.builder()
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build());
        if (uri != null) {
            builder.endpointOverride(uri).region(REGION).credentialsProvider(credentials());
        }
        return builder.build();
    }

    /// The same for queues; long enough for a receiver that waits for a message.
    public SqsClient sqs(ExecutionInterceptor... interceptors) {
        return ready(SqsClient.builder(), LONG_TIMEOUT, interceptors).build();
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B ready(
            B builder, Duration timeout, ExecutionInterceptor... interceptors) {
        ClientOverrideConfiguration.Builder overrides =
                ClientOverrideConfiguration.builder().apiCallTimeout(timeout);
        for (ExecutionInterceptor interceptor : interceptors) {
            overrides.addExecutionInterceptor(interceptor);
        }
        builder.httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides.build());
        if (uri != null) {
            builder.endpointOverride(uri).region(REGION).credentialsProvider(credentials());
        }
        return builder;
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, secret));
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "Endpoint[" + uri + "]";
    }
}
