package kz.bagalau.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A function's table of routes. The access test, and equality with template.yaml and openapi.yaml,
/// are made from it.
public final class Routes {

    private static final String FILE = "document";

    private final Map<String, Route> byKey = new LinkedHashMap<>();
    private Optional<Function<String, Optional<URI>>> files = Optional.empty();

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

    /// Every `GET` of an object takes `?document=<id>`, too: 303 to the file, if the object names
    /// it as this caller sees it, else 404. So whoever may read the object may read its files, and
    /// nobody else.
    ///
    /// @param address where a file that was sent can be read
    public Routes enclosing(Function<String, Optional<URI>> address) {
        files = Optional.of(address);
        return this;
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
                    .map(route -> enclosed(request, route.answer(request)))
                    .orElseGet(Response::notFound);
        } catch (RuntimeException e) {
            Log.failure(request.routeKey(), e);
            return Problem.of(e);
        }
    }

    private Response enclosed(Request request, Response answer) {
        Optional<String> file = request.query(FILE);
        if (files.isEmpty()
                || file.isEmpty()
                || !request.routeKey().startsWith("GET ")
                || !(answer instanceof Response.Document(int _, JsonNode object))) {
            return answer;
        }
        return file.filter(NamedFiles.in(object)::containsKey)
                .flatMap(files.get())
                .<Response>map(Response.Redirect::new)
                .orElseGet(Response::notFound);
    }
}
