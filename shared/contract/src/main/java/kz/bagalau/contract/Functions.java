package kz.bagalau.contract;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Sandbox;

/// A capability's functions on a sandbox, as template.yaml places them, at a time that the test
/// sets. A call finds its function by method and path. Each function is made anew for each call, as
/// after a cold start; what it stands in is made once.
public final class Functions {

    private final Sandbox sandbox;
    private final Clock clock;
    private final Crash crash = new Crash();
    private final Map<String, Supplier<? extends HttpFunction>> makers = new LinkedHashMap<>();
    private final Map<String, List<Route>> tables = new ConcurrentHashMap<>();
    private final Map<String, Runtime> runtimes = new ConcurrentHashMap<>();

    public Functions(Sandbox sandbox, InstantSource time) {
        this.sandbox = sandbox;
        this.clock = time.withZone(Runtime.ALMATY);
    }

    /// Answers HTTP from now on, by this logical id of template.yaml.
    public Functions with(String id, Supplier<? extends HttpFunction> maker) {
        makers.put(id, maker);
        return this;
    }

    public Clock clock() {
        return clock;
    }

    /// What every request of these functions to a store passes.
    public Crash crash() {
        return crash;
    }

    /// What the function of this logical id stands in.
    public Runtime runtime(String id) {
        return runtimes.computeIfAbsent(id, name -> sandbox.runtime(name, clock, crash));
    }

    /// A call of whichever function has this route. Throws [IllegalArgumentException] where none
    /// has.
    public Call call(String method, String path, Caller by) {
        for (String id : makers.keySet()) {
            for (Route route : routes(id)) {
                Optional<Map<String, String>> parameters = parameters(route, method, path);
                if (parameters.isPresent()) {
                    Call call = Call.of(route.key(), Call.to(runtime(id), maker(id)), crash).by(by);
                    parameters.get().forEach(call::path);
                    return call;
                }
            }
        }
        throw new IllegalArgumentException(method + " " + path);
    }

    /// Runs a scheduled function.
    public Map<String, Object> run(
            String id,
            Supplier<? extends RequestHandler<Map<String, Object>, Map<String, Object>>> maker) {
        return Runtime.with(
                runtime(id), () -> maker.get().handleRequest(Map.of(), new NoContext()));
    }

    private Supplier<? extends HttpFunction> maker(String id) {
        return Optional.ofNullable(makers.get(id)).orElseThrow();
    }

    private List<Route> routes(String id) {
        return tables.computeIfAbsent(
                id, name -> List.copyOf(Runtime.with(runtime(name), maker(name)).table().all()));
    }

    private static Optional<Map<String, String>> parameters(
            Route route, String method, String path) {
        String[] pattern = route.path().split("/");
        String[] asked = path.split("/");
        if (!route.method().equals(method) || pattern.length != asked.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                parameters.put(pattern[i].substring(1, pattern[i].length() - 1), asked[i]);
            } else if (!pattern[i].equals(asked[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
