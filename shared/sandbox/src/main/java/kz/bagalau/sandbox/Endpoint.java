package kz.bagalau.sandbox;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Where DynamoDB answers: at an address on this machine, or (`uri` null) where the SDK's own
/// configuration says, `AWS_ENDPOINT_URL_DYNAMODB` among it.
public record Endpoint(@Nullable URI uri) {

    public static Endpoint of(Dynoxide dynoxide) {
        return new Endpoint(dynoxide.endpoint());
    }

    public static Endpoint ofEnvironment() {
        return new Endpoint(null);
    }

    /// A new client; each `interceptor` sees every request before it is sent.
    public DynamoDbClient connect(ExecutionInterceptor... interceptors) {
        ClientOverrideConfiguration.Builder overrides =
                ClientOverrideConfiguration.builder().apiCallTimeout(Duration.ofSeconds(20));
        for (ExecutionInterceptor interceptor : interceptors) {
            overrides.addExecutionInterceptor(interceptor);
        }
        DynamoDbClientBuilder builder =
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(overrides.build());
        if (uri != null) {
            builder.endpointOverride(uri)
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("local", "local")));
        }
        return builder.build();
    }
}
