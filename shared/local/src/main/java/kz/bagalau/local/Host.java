package kz.bagalau.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Template;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// One running host: the store, the functions, and both APIs, the issuer and the pages on one
/// loopback port. [Bagalau] starts it as a program, tests start it in their own process.
public final class Host implements AutoCloseable {

    /// The size of a request that API Gateway takes.
    private static final int LIMIT = 10 * 1024 * 1024;

    private static final int DRAIN_SECONDS = 2;
    private static final String TABLE_PREFIX = "bagalau-";
    private static final String AUDIENCE = "bagalau-pages";
    private static final String ROLE_PREFIX = "bagalau:";

    static {
        // Without it every answer on a connection that stays open waits 40 ms for an
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("http.maxConnections", "64");
    }

    private final Clock real = Clock.systemUTC();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final DataFolder data;
    private final HttpServer server;
    private final String origin;
    private final Template template;
    private final Services services;
    private final Map<String, String> headers;
    private final Tokens tokens;
    private final Gateway gateway;
    private final Issuer issuer;
    private final LocalApi local;
    private final Timekeeper timekeeper;
    private final Pages pages = new Pages();

    /// Starts a host on the checkout's template.yaml. Throws [NotStarted] with the reason where it
    /// cannot.
    public static Host start(Settings settings, Progress progress) {
        return start(
                settings, progress, parameters -> Template.ofCheckout(TABLE_PREFIX, parameters));
    }

    static Host start(
            Settings settings,
            Progress progress,
            Function<Map<String, String>, Template> template) {
        return new Host(settings, progress, template);
    }

    private Host(
            Settings settings,
            Progress progress,
            Function<Map<String, String>, Template> templates) {
        try {
            data = opened(DataFolder.lock(settings.data()));
            server = bind(settings.port());
            open.push(() -> server.stop(0));
            origin = "http://localhost:" + server.getAddress().getPort();
            template =
                    templates.apply(
                            Map.of(
                                    "Issuer",
                                    Issuer.of(origin),
                                    "IssuerOrigin",
                                    origin,
                                    "Audience",
                                    AUDIENCE,
                                    "QueueConcurrency",
                                    "5",
                                    "RolePrefix",
                                    ROLE_PREFIX,
                                    "PagesDomain",
                                    "localhost"));
            progress.say(
                    "store: %d tables, %d buckets, %d queues"
                            .formatted(
                                    template.tables().size(),
                                    template.buckets().size(),
                                    template.queues().size()));
            services = opened(new Services(settings, data, template, origins(), real));
            DomainClock clock = new DomainClock(real, data);
            progress.say("functions: " + template.functions().size());
            Functions functions = opened(new Functions(template, clock, services));
            tokens = new Tokens(data, real, Issuer.of(origin), AUDIENCE, ROLE_PREFIX);
            gateway = new Gateway(template, functions, tokens, new Events(real));
            timekeeper = new Timekeeper(template, clock, functions);
            KeyOrder keyOrder = new KeyOrder(services.store(), data, gateway, tokens, timekeeper);
            headers = headers();
            Outbox outbox = opened(new Outbox(data, template, services.queues().sqs()));
            opened(new Feeds(template, functions, timekeeper, services.queues().sqs()));
            local = new LocalApi(tokens, clock, real, timekeeper, keyOrder, outbox);
            issuer = new Issuer(tokens, real, origin, AUDIENCE, People.known());
            serve();
            keepTime(keyOrder);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// `http://localhost:8080`, without a slash at its end.
    public URI address() {
        return URI.create(origin);
    }

    Tokens tokens() {
        return tokens;
    }

    /// Where the tables lie.
    Endpoint store() {
        return services.tables();
    }

    Template template() {
        return template;
    }

    DataFolder data() {
        return data;
    }

    /// Real time in Almaty.
    Clock realClock() {
        return real.withZone(Runtime.ALMATY);
    }

    /// Where the tables lie, for whoever holds the whole store in their hands.
    Endpoint tables() {
        return services.tables();
    }

    /// Whether dynoxide still answers for the tables.
    boolean hasStore() {
        return services.store().isAlive();
    }

    /// Where buckets and queues lie too.
    Services services() {
        return services;
    }

    /// The pages' own address, by either of its names.
    private List<String> origins() {
        return List.of(origin, origin.replace("//localhost:", "//127.0.0.1:"));
    }

    /// The distribution's headers; buckets have another address here than on AWS.
    private Map<String, String> headers() {
        URI buckets = services.buckets().uri();
        Map<String, String> out = new HashMap<>(template.pageHeaders());
        if (buckets != null) {
            for (Template.Bucket bucket : template.buckets().values()) {
                out.replaceAll(
                        (name, value) -> value.replace(bucket.domain(), buckets.getAuthority()));
            }
        }
        return Map.copyOf(out);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private static HttpServer bind(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new NotStarted(
                    """
                    Port %d is taken by another program.
                    Stop that, or choose another port: BAGALAU_PORT=8081\
                    """
                            .formatted(port),
                    e);
        } catch (IOException e) {
            throw new NotStarted("Port " + port + " cannot be used: " + e, e);
        }
    }

    private void serve() {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        open.push(threads::shutdownNow);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        // Closed first: no new request, and a moment for those under way.
        open.push(() -> server.stop(DRAIN_SECONDS));
    }

    private void keepTime(KeyOrder keyOrder) {
        ScheduledExecutorService ticks =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        open.push(ticks::shutdownNow);
        Runnable tick =
                () -> {
                    try {
                        if (timekeeper.tick()) {
                            keyOrder.restore();
                        }
                    } catch (RuntimeException e) {
                        Log.failure("schedules", e);
                    }
                };
        Future<?> ticking = ticks.scheduleWithFixedDelay(tick, 1, 1, TimeUnit.SECONDS);
        open.push(() -> ticking.cancel(true));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(Request.read(exchange, LIMIT));
            } catch (Request.TooLarge e) {
                answer = Answer.message(413, "Request Entity Too Large");
            } catch (RuntimeException e) {
                Log.failure("host", e);
                answer = Answer.message(500, "Internal Server Error");
            }
            answer.withMissing(headers).send(exchange);
        }
    }

    private Answer answer(Request request) {
        if (isForeign(request)) {
            return Answer.message(403, "This host answers its own pages and programs only");
        }
        String path = request.path();
        if (path.startsWith("/local/issuer/")) {
            return issuer.answer(request).orElseGet(Host::notFound);
        }
        if (path.startsWith("/local/")) {
            return local.answer(request).orElseGet(Host::notFound);
        }
        if (path.equals("/config.json")) {
            return Answer.json(
                            200,
                            Json.object()
                                    .put("issuer", Issuer.of(origin))
                                    .put("clientId", AUDIENCE)
                                    .put("rolePrefix", ROLE_PREFIX)
                                    .put("api", ""))
                    .with("Cache-Control", "no-cache");
        }
        return timekeeper
                .during(() -> gateway.answer(request))
                .or(() -> pages.answer(request))
                .orElseGet(Host::notFound);
    }

    /// Another site's page in this machine's browser must not get tokens or move the clock, by
    /// neither a request of its own nor a name that it lets point here.
    private boolean isForeign(Request request) {
        String host = request.header("host").orElse("localhost").replaceFirst(":\\d+$", "");
        boolean named = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
        String from = request.header("origin").orElse(origin);
        return !named || !from.replace("//127.0.0.1:", "//localhost:").equals(origin);
    }

    private static Answer notFound() {
        return Answer.message(404, "Not Found");
    }

    /// Stops in the opposite order of starting; each part also where another failed to stop.
    @Override
    public void close() {
        RuntimeException problem = null;
        for (AutoCloseable resource : List.copyOf(open)) {
            try {
                resource.close();
            } catch (Exception e) {
                problem = new IllegalStateException("the host did not stop cleanly", e);
            }
        }
        open.clear();
        if (problem != null) {
            throw problem;
        }
    }
}
