package kz.bagalau.local.host;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.local.background.DeadLetters;
import kz.bagalau.local.background.QueueConsumers;
import kz.bagalau.local.background.Scheduler;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.DataFormat;
import kz.bagalau.local.data.DomainClock;
import kz.bagalau.local.data.Outbox;
import kz.bagalau.local.data.Services;
import kz.bagalau.local.functions.Events;
import kz.bagalau.local.functions.Functions;
import kz.bagalau.local.functions.Gateway;
import kz.bagalau.local.functions.OperatorFunctions;
import kz.bagalau.local.http.Answer;
import kz.bagalau.local.http.HostProblem;
import kz.bagalau.local.http.Listener;
import kz.bagalau.local.http.Pages;
import kz.bagalau.local.http.Request;
import kz.bagalau.local.http.Visitors;
import kz.bagalau.local.people.Issuer;
import kz.bagalau.local.people.People;
import kz.bagalau.local.people.Tokens;
import kz.bagalau.local.start.Progress;
import kz.bagalau.local.start.Settings;
import kz.bagalau.local.start.StartProblem;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Template;

/// One running host: the store, the functions, and both APIs, the issuer and the pages on one
/// loopback port. [Bagalau] starts it as a program, tests start it in their own process.
public final class Host implements AutoCloseable {

    private static final String TABLE_PREFIX = "bagalau-";
    private static final String AUDIENCE = "bagalau-pages";
    private static final String ROLE_PREFIX = "bagalau:";

    static {
        System.setProperty("http.maxConnections", "64");
    }

    private final Clock real = Clock.systemUTC();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final DataFolder data;
    private final Listener listener;
    private final String origin;
    private final Visitors visitors;
    private final Template template;
    private final Services services;
    private final Map<String, String> headers;
    private final Tokens tokens;
    private final Gateway gateway;
    private final Issuer issuer;
    private final LocalApi local;
    private final Scheduler scheduler;
    private final Pages pages = new Pages();

    /// Starts a host on the checkout's template.yaml. Throws [NotStarted] with the reason where it
    /// cannot.
    public static Host start(Settings settings, Progress progress) {
        return start(
                settings, progress, parameters -> Template.ofCheckout(TABLE_PREFIX, parameters));
    }

    public static Host start(
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
            DataFormat format = DataFormat.of(data);
            listener = opened(Listener.bind(settings.port()));
            origin = "http://localhost:" + listener.port();
            visitors = new Visitors(origin);
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
                                    "PagesScheme",
                                    "http",
                                    "PagesDomain",
                                    origin.substring("http://".length())));
            progress.say(
                    "store: %d tables, %d buckets, %d queues"
                            .formatted(
                                    template.tables().size(),
                                    template.buckets().size(),
                                    template.queues().size()));
            services = opened(new Services(settings, data, format, template, origins(), real));
            DomainClock clock = new DomainClock(real, data);
            progress.say("functions: " + template.functions().size());
            Functions functions = opened(new Functions(template, clock, services));
            tokens = tokens(format, progress);
            gateway = new Gateway(template, functions, tokens, new Events(real));
            scheduler = new Scheduler(template, clock, functions);
            KeyOrder keyOrder = new KeyOrder(services.store(), data, gateway, tokens, scheduler);
            headers = headers();
            Outbox outbox = opened(new Outbox(data, template, services.queues().sqs()));
            opened(new QueueConsumers(template, functions, scheduler, services.queues().sqs()));
            DeadLetters deadLetters = opened(new DeadLetters(template, services.queues().sqs()));
            local =
                    new LocalApi(
                            tokens,
                            clock,
                            real,
                            scheduler,
                            keyOrder,
                            outbox,
                            deadLetters,
                            new OperatorFunctions(template, functions));
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

    public Tokens tokens() {
        return tokens;
    }

    /// Where the tables lie.
    public Endpoint store() {
        return services.tables();
    }

    public Template template() {
        return template;
    }

    public DataFolder data() {
        return data;
    }

    /// Real time in Almaty.
    public Clock realClock() {
        return real.withZone(Runtime.ALMATY);
    }

    /// Where the tables lie, for whoever holds the whole store in their hands.
    public Endpoint tables() {
        return services.tables();
    }

    /// Whether dynoxide still answers for the tables.
    public boolean hasStore() {
        return services.store().isAlive();
    }

    /// Where buckets and queues lie too.
    public Services services() {
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

    /// Without the key of before, what was signed with it is of no use any more.
    private Tokens tokens(DataFormat format, Progress progress) {
        Path key = data.file(Tokens.FILE);
        if (format.hadIssuerKey() && !Files.exists(key)) {
            progress.say(StartProblem.ISSUER_KEY_MISSING.text(key));
        }
        Tokens made = new Tokens(data, real, Issuer.of(origin), AUDIENCE, ROLE_PREFIX);
        format.issuerKeyMade();
        return made;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private void serve() {
        listener.serve(request -> answer(request).withMissing(headers));
        // Closed before what it stands on, and again with the port.
        open.push(listener);
    }

    private void keepTime(KeyOrder keyOrder) {
        ScheduledExecutorService ticks =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        open.push(ticks::shutdownNow);
        Runnable tick =
                () -> {
                    try {
                        if (scheduler.tick()) {
                            keyOrder.restore();
                        }
                    } catch (RuntimeException e) {
                        Log.failure("schedules", e);
                    }
                };
        Future<?> ticking = ticks.scheduleWithFixedDelay(tick, 1, 1, TimeUnit.SECONDS);
        open.push(() -> ticking.cancel(true));
    }

    private Answer answer(Request request) {
        Optional<HostProblem> refused = visitors.refusal(request);
        if (refused.isPresent()) {
            return refused.get().answer(request.header("accept-language").orElse(""));
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
        return scheduler
                .during(() -> gateway.answer(request))
                .or(() -> pages.answer(request))
                .orElseGet(Host::notFound);
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
