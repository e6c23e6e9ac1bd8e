package kz.bagalau.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.lambda.Runtime;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The tables of template.yaml, empty, for one test class, on a dynoxide in memory that all test
/// classes of a JVM share:
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
                template, template.function(function), clock, endpoint, interceptors);
    }

    /// The address of the store, for a process of its own that is to use these tables.
    public URI address() {
        return Objects.requireNonNull(endpoint.uri(), "dynoxide has an address");
    }

    /// A client that may do everything: what somebody with the whole store in their hands sees.
    public DynamoDbClient dynamo() {
        return dynamo;
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
    }

    /// The store of all test classes: the one whose address stands in the system property
    /// `bagalau.dynamodb`, else a dynoxide in memory, which does not outlive this JVM.
    private static final class Shared {
        static final Endpoint ENDPOINT =
                Optional.ofNullable(System.getProperty("bagalau.dynamodb"))
                        .map(address -> new Endpoint(URI.create(address)))
                        .orElseGet(() -> Endpoint.of(Dynoxide.inMemory()));
    }
}
