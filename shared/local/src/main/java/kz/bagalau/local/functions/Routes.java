package kz.bagalau.local.functions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.sandbox.Template;

/// Finds the route of a request as an HTTP API does: the one with the most fixed segments first,
/// and a parameter fills its whole segment.
public final class Routes {

    private final List<Template.Route> routes;

    /// A route and the parameters that its path took from the request's, decoded.
    public record Match(Template.Route route, Map<String, String> parameters) {}

    Routes(List<Template.Route> routes) {
        this.routes =
                routes.stream()
                        .sorted(Comparator.comparing(Routes::specificity).reversed())
                        .toList();
    }

    Optional<Match> find(String api, String method, String path) {
        return routes.stream()
                .filter(route -> route.api().equals(api))
                .filter(route -> route.method().equals(method) || route.method().equals("ANY"))
                .flatMap(route -> match(route, path).stream())
                .findFirst();
    }

    private static Optional<Match> match(Template.Route route, String path) {
        List<String> wanted = segments(route.path());
        List<String> given = segments(path);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            String value = given.get(i);
            if (isParameter(name)) {
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(name.substring(1, name.length() - 1), decode(value));
            } else if (!name.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route, parameters));
    }

    /// Fixed segments as 1, parameters as 0, from the left: `/a/b` before `/a/{b}` before `/{a}/b`.
    private static String specificity(Template.Route route) {
        StringBuilder out = new StringBuilder();
        segments(route.path()).forEach(segment -> out.append(isParameter(segment) ? '0' : '1'));
        return out.toString();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.removeFirst();
        return segments;
    }

    /// A plus sign in a path is a plus sign.
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
