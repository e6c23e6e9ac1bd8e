package kz.bagalau.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.lambda.Runtime;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The tables, buckets and queues of template.yaml, empty, for one test class, on servers in memory
/// that all test classes of a JVM share: dynoxide, S3Proxy and ElasticMQ, each started where it is
/// first used:
///
/// ```java
/// @AutoClose static final Sandbox SANDBOX = Sandbox.open();
///
/// SubmitBallot function = Runtime.with(SANDBOX.runtime("SubmitBallot", clock), SubmitBallot::new);
/// ```
public final class Sandbox implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Template template;
    private final Endpoint endpoint;
    private final DynamoDbClient dynamo;
    private final Cloud cloud = new Lazily();
    private @Nullable S3Client s3;
    private @Nullable SqsClient sqs;

    private Sandbox(Template template, Endpoint endpoint) {
        this.template = template;
        this.endpoint = endpoint;
        this.dynamo = endpoint.connect();
    }

    /// Opens a sandbox with tables of its own, from the checkout's template.yaml.
    public static Sandbox open() {
        return open(Template.ofCheckout("test" + NUMBER.incrementAndGet() + "-", Map.of()));
    }

    static Sandbox open(Template template) {
        Sandbox sandbox = new Sandbox(template, Shared.ENDPOINT);
        new Tables(sandbox.dynamo, template).create();
        return sandbox;
    }

    /// What the function of this logical id stands in: its environment, its rights, and `clock`.
    ///
    /// @param interceptors see every request of the function to the store, for tests of what a
    ///   crash leaves behind
    public Runtime runtime(String function, Clock clock, ExecutionInterceptor... interceptors) {
        return new FunctionRuntime(
                template, template.function(function), clock, cloud, interceptors);
    }

    /// The address of the store, for a process of its own that is to use these tables.
    public URI address() {
        return address(endpoint);
    }

    /// The same for these buckets.
    public URI addressOfBuckets() {
        return address(cloud.buckets());
    }

    /// The same for these queues.
    public URI addressOfQueues() {
        return address(cloud.queues());
    }

    private static URI address(Endpoint endpoint) {
        return Objects.requireNonNull(endpoint.uri(), "a server here has an address");
    }

    /// A client that may do everything: what somebody with the whole store in their hands sees.
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    /// The same for the buckets; made, with them, at the first call.
    public synchronized S3Client s3() {
        if (s3 == null) {
            s3 = SharedBuckets.ENDPOINT.s3();
            new Buckets(s3, template).create();
        }
        return s3;
    }

    /// The same for the queues. No function is called with a message: a test receives and hands
    /// over.
    public synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = SharedQueues.ENDPOINT.sqs();
            new Queues(sqs, template).create();
        }
        return sqs;
    }

    /// The name of the bucket of this logical id in requests.
    public String bucket(String id) {
        return template.bucket(id).name();
    }

    /// The URL of the queue of this logical id in requests.
    public String queue(String id) {
        return template.queue(id).url();
    }

    /// The name of the table of this logical id in requests.
    public String table(String id) {
        return template.table(id).name();
    }

    public Template template() {
        return template;
    }

    @Override
    public void close() {
        new Tables(dynamo, template).delete();
        dynamo.close();
        synchronized (this) {
            if (s3 != null) {
                s3.close();
            }
            if (sqs != null) {
                sqs.close();
            }
        }
    }

    private final class Lazily implements Cloud {

        @Override
        public Endpoint tables() {
            return endpoint;
        }

        @Override
        public Endpoint buckets() {
            s3();
            return SharedBuckets.ENDPOINT;
        }

        @Override
        public Endpoint queues() {
            sqs();
            return SharedQueues.ENDPOINT;
        }
    }

    /// The store of all test classes: the one whose address stands in the system property
    /// `bagalau.dynamodb`, else a dynoxide in memory, which does not outlive this JVM.
    private static final class Shared {
        static final Endpoint ENDPOINT =
                Optional.ofNullable(System.getProperty("bagalau.dynamodb"))
                        .map(address -> new Endpoint(URI.create(address)))
                        .orElseGet(() -> Endpoint.of(Dynoxide.inMemory()));
    }

    private static final class SharedBuckets {
        static final Endpoint ENDPOINT = BucketServer.inMemory().endpoint();
    }

    private static final class SharedQueues {
        static final Endpoint ENDPOINT = QueueServer.inMemory().endpoint();
    }
}
