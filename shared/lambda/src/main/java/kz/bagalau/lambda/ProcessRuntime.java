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
    public S3Client s3() {
        return ForBuckets.CLIENT;
    }

    @Override
    public S3Presigner presigner() {
        return ForBuckets.PRESIGNER;
    }

    @Override
    public SqsClient sqs() {
        return ForQueues.CLIENT;
    }

    private static ClientOverrideConfiguration within(Duration timeout) {
        return ClientOverrideConfiguration.builder().apiCallTimeout(timeout).build();
    }

    /// A class of its own, so that a package without the SDK's `s3` never meets it.
    private static final class ForBuckets {

        /// A bucket's name is no host's name where S3 is somewhere else than on AWS.
        private static final boolean BY_PATH = System.getenv("AWS_ENDPOINT_URL_S3") != null;

        static final S3Client CLIENT =
                S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(within(Duration.ofSeconds(60)))
                        .forcePathStyle(BY_PATH)
                        .build();

        static final S3Presigner PRESIGNER =
                S3Presigner.builder()
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(BY_PATH).build())
                        .build();
    }

    /// A class of its own, so that a package without the SDK's `sqs` never meets it. Longer than
    /// the 20 seconds that a reader may wait for a message.
    private static final class ForQueues {

        static final SqsClient CLIENT =
                SqsClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(within(Duration.ofSeconds(25)))
                        .build();
    }
}
