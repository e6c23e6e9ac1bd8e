package kz.bagalau.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.local.http.Answer;
import kz.bagalau.local.http.Request;
import kz.bagalau.local.people.Tokens;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Template;

/// Both HTTP APIs behind one address: the distribution's path patterns choose the API and what of
/// the request reaches it, the API's authorizer checks the token, the route's function answers.
public final class Gateway {

    private final Template template;
    private final Routes routes;
    private final Functions functions;
    private final Tokens tokens;
    private final Events events;

    public Gateway(Template template, Functions functions, Tokens tokens, Events events) {
        this.template = template;
        this.routes = new Routes(template.routes());
        this.functions = functions;
        this.tokens = tokens;
        this.events = events;
    }

    /// Empty where no path pattern of the distribution leads to an API: then a page is asked for.
    public Optional<Answer> answer(Request request) {
        return template.behaviours().stream()
                .filter(behaviour -> behaviour.matches(request.path()))
                .findFirst()
                .map(behaviour -> answer(behaviour.api(), reaching(request, behaviour)));
    }

    /// What the distribution lets through to the API.
    private static Request reaching(Request request, Template.Behaviour behaviour) {
        Request out = request;
        if (!behaviour.query()) {
            out = out.withoutQuery();
        }
        if (!behaviour.cookies()) {
            out = out.withoutCookies();
        }
        return behaviour.headers() == null ? out : out.withHeaders(behaviour.headers());
    }

    private Answer answer(String api, Request request) {
        Optional<Routes.Match> found = routes.find(api, request.method(), request.path());
        if (found.isEmpty()) {
            return Answer.message(404, "Not Found");
        }
        Routes.Match match = found.get();
        Map<String, String> claims = null;
        if (match.route().authorized()) {
            Optional<Map<String, String>> checked = claims(api, request);
            if (checked.isEmpty()) {
                return Answer.message(401, "Unauthorized").with("WWW-Authenticate", "Bearer");
            }
            claims = checked.get();
        }
        try {
            return answer(
                    functions.answer(match.route().function(), events.of(request, match, claims)));
        } catch (Functions.Failed e) {
            return Answer.message(500, "Internal Server Error");
        }
    }

    private Optional<Map<String, String>> claims(String id, Request request) {
        Template.Api api = template.apis().get(id);
        if (api == null || api.issuer() == null) {
            return Optional.empty();
        }
        String issuer = api.issuer();
        return request.header("authorization")
                .map(value -> value.replaceFirst("(?i)^Bearer ", ""))
                .flatMap(token -> tokens.check(token, issuer, api.audience()))
                .map(Gateway::handedOver);
    }

    /// API Gateway hands claims over as strings: an array as `[a b]`, an object as `map[a:1 b:2]`,
    /// each in the other as deep as it goes. Nothing marks where a value with spaces ends.
    public static Map<String, String> handedOver(JsonNode claims) {
        Map<String, String> out = new TreeMap<>();
        claims.properties().forEach(claim -> out.put(claim.getKey(), written(claim.getValue())));
        return out;
    }

    private static String written(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(Gateway::written)
                    .collect(Collectors.joining(" ", "[", "]"));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(part -> part.getKey() + ":" + written(part.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        return value.isNull() ? "<nil>" : value.asText();
    }

    private static Answer answer(HttpAnswer answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return new Answer(answer.status(), headers, answer.bytes());
    }
}
