package kz.bagalau.lambda;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A function's table of routes. The access test, and equality with template.yaml and openapi.yaml,
/// are made from it.
public final class Routes {

    private final Map<String, Route> byKey = new LinkedHashMap<>();

    private Routes(Route... routes) {
        for (Route route : routes) {
            if (byKey.put(route.key(), route) != null) {
                throw new IllegalArgumentException(route.key() + " stands twice");
            }
        }
    }

    public static Routes of(Route... routes) {
        return new Routes(routes);
    }

    public Collection<Route> all() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    /// Answers a request. Whatever goes wrong becomes a problem: 503 where the store does not
    /// answer, 500 otherwise. What went wrong is logged by its kind and place only, never by a
    /// value of the request.
    Response answer(Request request) {
        try {
            return Optional.ofNullable(byKey.get(request.routeKey()))
                    .map(route -> route.answer(request))
                    .orElseGet(Response::notFound);
        } catch (RuntimeException e) {
            Log.failure(request.routeKey(), e);
            return Failure.problem(e);
        }
    }
}
