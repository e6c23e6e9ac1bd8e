package kz.bagalau.lambda;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The runtime of a real Lambda process: its environment, the system clock in Almaty, and clients
/// that find region, credentials and `AWS_ENDPOINT_URL_DYNAMODB` and the like as the SDK does.
final class ProcessRuntime implements Runtime {

    static final ProcessRuntime INSTANCE = new ProcessRuntime();

    private @Nullable DynamoDbClient dynamo;
    private @Nullable S3Client s3;
    private @Nullable S3Presigner presigner;
    private @Nullable SqsClient sqs;

    @Override
    public String env(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("environment variable " + name + " is not set");
        }
        return value;
    }

    @Override
    public Clock clock() {
        return Clock.system(ALMATY);
    }

    @Override
    public synchronized DynamoDbClient dynamo() {
        if (dynamo == null) {
            dynamo =
                    DynamoDbClient.builder()
                            .httpClientBuilder(UrlConnectionHttpClient.builder())
                            .overrideConfiguration(within(Duration.ofSeconds(8)))
                            .build();
        }
        return dynamo;
    }

    @Override
    public synchronized S3Client s3() {
        if (s3 == null) {
            s3 =
                    S3Client.builder()
                            .httpClientBuilder(UrlConnectionHttpClient.builder())
                            .overrideConfiguration(within(Duration.ofSeconds(60)))
                            .forcePathStyle(isElsewhere())
                            .build();
        }
        return s3;
    }

    @Override
    public synchronized S3Presigner presigner() {
        if (presigner == null) {
            presigner =
                    S3Presigner.builder()
                            .serviceConfiguration(
                                    S3Configuration.builder()
                                            .pathStyleAccessEnabled(isElsewhere())
                                            .build())
                            .build();
        }
        return presigner;
    }

    /// Longer than the 20 seconds that a reader may wait for a message.
    @Override
    public synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs =
                    SqsClient.builder()
                            .httpClientBuilder(UrlConnectionHttpClient.builder())
                            .overrideConfiguration(within(Duration.ofSeconds(25)))
                            .build();
        }
        return sqs;
    }

    /// A bucket's name is no host's name where S3 is somewhere else than on AWS.
    private static boolean isElsewhere() {
        return System.getenv("AWS_ENDPOINT_URL_S3") != null;
    }

    private static ClientOverrideConfiguration within(Duration timeout) {
        return ClientOverrideConfiguration.builder().apiCallTimeout(timeout).build();
    }
}
