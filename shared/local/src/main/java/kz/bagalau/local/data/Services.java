package kz.bagalau.local.data;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.BucketServer;
import kz.bagalau.sandbox.Buckets;
import kz.bagalau.sandbox.Cloud;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.QueueServer;
import kz.bagalau.sandbox.Queues;
import kz.bagalau.sandbox.Template;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What stands for DynamoDB, S3 and SQS: servers of this process that keep their data in its
/// folder, or (with `AWS_ENDPOINT_URL_S3` and the like) others. All three start side by side.
public final class Services implements Cloud, AutoCloseable {

    private final Store store;
    private final CompletableFuture<Started<BucketServer>> buckets;
    private final CompletableFuture<Started<QueueServer>> queues;

    /// @param server to close in the end; nothing where it is another's
    private record Started<T extends AutoCloseable>(Endpoint endpoint, List<T> server) {

        Started(T own, Endpoint endpoint) {
            this(endpoint, List.of(own));
        }
    }

    /// Starts them and makes what is missing of the template's tables, buckets and queues. Throws
    /// [NotStarted] where the store does not start; [#ready] reports the others.
    ///
    /// @param origins of the pages
    public Services(
            Settings settings,
            DataFolder data,
            DataFormat format,
            Template template,
            List<String> origins,
            Clock clock) {
        queues = background(() -> queues(settings, data, template));
        buckets = background(() -> buckets(settings, data, format, template, origins, clock));
        try {
            store = Store.open(settings, data, format, template);
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
    }

    public Store store() {
        return store;
    }

    @Override
    public Endpoint tables() {
        return store.endpoint();
    }

    @Override
    public Endpoint buckets() {
        return ready(buckets).endpoint();
    }

    @Override
    public Endpoint queues() {
        return ready(queues).endpoint();
    }

    @Override
    public void close() {
        try {
            closeAll();
        } finally {
            store.close();
        }
    }

    private void closeAll() {
        for (CompletableFuture<? extends Started<?>> starting : List.of(buckets, queues)) {
            starting.thenAccept(started ->
                            started.server()
                                    .forEach(server -> {
                                        try {
                                            server.close();
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    }))
                    .exceptionally(problem -> null)
                    .join();
        }
    }

    private Started<QueueServer> queues(Settings settings, DataFolder data, Template template) {
        if (!settings.ownQueues()) {
            Endpoint elsewhere = Endpoint.ofEnvironment();
            create("SQS", "AWS_ENDPOINT_URL_SQS", () -> createQueues(elsewhere, template));
            return new Started<>(elsewhere, List.of());
        }
        QueueServer server = QueueServer.inFolder(data.file("queues"));
        Endpoint own = server.endpoint();
        createQueues(own, template);
        server.restore();
        return new Started<>(server, own);
    }

    private static void createQueues(Endpoint endpoint, Template template) {
        try (SqsClient sqs = endpoint.sqs()) {
            new Queues(sqs, template).create();
        }
    }

    private Started<BucketServer> buckets(
            Settings settings,
            DataFolder data,
            DataFormat format,
            Template template,
            List<String> origins,
            Clock clock) {
        if (!settings.ownBuckets()) {
            Endpoint elsewhere = Endpoint.ofEnvironment();
            create(
                    "S3",
                    "AWS_ENDPOINT_URL_S3",
                    () -> {
                        try (S3Client s3 = elsewhere.s3()) {
                            new Buckets(s3, template).createWithReports();
                        }
                    });
            return new Started<>(elsewhere, List.of());
        }
        format.demandBuckets(BucketNotifications.BUCKETS);
        BucketNotifications notifications =
                new BucketNotifications(data, template, clock, this::queues);
        BucketServer server =
                BucketServer.inFolder(
                        data.file(BucketNotifications.BUCKETS), template, origins, notifications);
        Endpoint own = server.endpoint();
        try (S3Client s3 = own.s3()) {
            new Buckets(s3, template).create().forEach(notifications::connected);
            notifications.restore(s3);
        }
        format.bucketsMade(
                template.buckets().values().stream().map(Template.Bucket::name).toList());
        return new Started<>(server, own);
    }

    private static void create(String service, String variable, Runnable work) {
        try {
            work.run();
        } catch (SdkException e) {
            throw new NotStarted(
                    """
                    %s does not answer: %s
                    Besides %s it needs AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
                    (any values for LocalStack). Without it Bagalau brings a store of its own.\
                    """
                            .formatted(service, e.getMessage(), variable),
                    e);
        }
    }

    private static <T> CompletableFuture<T> background(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static <T> T ready(CompletableFuture<T> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotStarted problem) {
                throw problem;
            }
            throw new NotStarted("Buckets or queues could not be started: " + e.getCause(), e);
        }
    }
}
