package kz.bagalau.lambda;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The runtime of a real Lambda process: its environment, the system clock in Almaty, and a client
/// that finds region, credentials and `AWS_ENDPOINT_URL_DYNAMODB` as the SDK does.
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
                            .overrideConfiguration(
                                    ClientOverrideConfiguration.builder()
                                            .apiCallTimeout(Duration.ofSeconds(8))
                                            .build())
                            .build();
        }
        return dynamo;
    }
}
