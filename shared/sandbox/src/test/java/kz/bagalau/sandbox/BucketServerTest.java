package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class BucketServerTest {

    private static final int OBJECTS = 3000;

    @TempDir Path folder;

    /// A month's passages are deleted when they are counted, while the next month's come in beside
    /// them.
    @Test
    void anObjectIsTakenWhileTheLastOneOfItsFolderIsRemoved() {
        var failures = new FailuresOfTheServer();
        try (BucketServer server =
                        BucketServer.inFolder(
                                folder,
                                Template.ofCheckout("trial", Map.of()),
                                List.of(),
                                (bucket, key) -> new Unwatched());
                S3Client s3 = server.endpoint().s3(failures)) {
            s3.createBucket(bucket -> bucket.bucket("uploads"));
            try (var senders = Executors.newFixedThreadPool(6)) {
                for (int i = 0; i < OBJECTS; i++) {
                    String key = "fleeting/body-%d/2025/%d".formatted(i % 2, i);
                    senders.execute(() -> {
                        s3.putObject(
                                object -> object.bucket("uploads").key(key),
                                RequestBody.fromString("passages"));
                        s3.deleteObject(object -> object.bucket("uploads").key(key));
                    });
                }
            }
        }

        assertThat(failures.count).hasValue(0);
    }

    /// Counts the answers of which the client says nothing, because it sends again.
    private static final class FailuresOfTheServer implements ExecutionInterceptor {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void afterTransmission(
                Context.AfterTransmission context, ExecutionAttributes attributes) {
            if (context.httpResponse().statusCode() >= 500) {
                count.incrementAndGet();
            }
        }
    }

    private static final class Unwatched implements BucketServer.Arrival {

        @Override
        public void stored(BucketServer.Stored object) {}

        @Override
        public void refused() {}
    }
}
