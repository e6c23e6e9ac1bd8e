package kz.bagalau.local.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.local.http.Answer;
import kz.bagalau.local.http.HostPage;
import kz.bagalau.local.http.Request;
import kz.bagalau.rules.Language;

/// An OpenID provider for one machine: authorization code with PKCE for the pages. Whoever reaches
/// it picks who to be; that is what it is for, and why the host listens on loopback only.
public final class Issuer {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(2);

    private final Tokens tokens;
    private final Clock real;
    private final String origin;
    private final String clientId;
    private final List<Person> people;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    private record Code(Person person, String challenge, String redirect, Instant until) {}

    public Issuer(Tokens tokens, Clock real, String origin, String clientId, List<Person> people) {
        this.tokens = tokens;
        this.real = real;
        this.origin = origin;
        this.clientId = clientId;
        this.people = people;
    }

    public static String of(String origin) {
        return origin + "/local/issuer";
    }

    /// Answers below `/local/issuer`; empty where there is nothing.
    public Optional<Answer> answer(Request request) {
        String path = request.path().substring("/local/issuer".length());
        return switch (request.method() + " " + path) {
            case "GET /.well-known/openid-configuration" ->
                    Optional.of(Answer.json(200, configuration()));
            case "GET /jwks.json" -> Optional.of(Answer.json(200, tokens.jwks()));
            case "GET /style.css" ->
                    Optional.of(
                            Answer.of(
                                    200,
                                    "text/css; charset=utf-8",
                                    HostPage.STYLE.getBytes(StandardCharsets.UTF_8)));
            case "GET /authorize" -> Optional.of(form(request, parameters(request.query())));
            case "POST /authorize" -> Optional.of(authorize(parameters(body(request))));
            case "POST /token" -> Optional.of(token(parameters(body(request))));
            default -> Optional.empty();
        };
    }

    private ObjectNode configuration() {
        String issuer = of(origin);
        ObjectNode out =
                Json.object()
                        .put("issuer", issuer)
                        .put("authorization_endpoint", issuer + "/authorize")
                        .put("token_endpoint", issuer + "/token")
                        .put("jwks_uri", issuer + "/jwks.json");
        out.putArray("response_types_supported").add("code");
        out.putArray("grant_types_supported").add("authorization_code");
        out.putArray("code_challenge_methods_supported").add("S256");
        out.putArray("subject_types_supported").add("public");
        out.putArray("id_token_signing_alg_values_supported").add("RS256");
        out.putArray("token_endpoint_auth_methods_supported").add("none");
        return out;
    }

    /// Why an authorization request is refused; empty for a good one.
    private Optional<String> refusal(Map<String, String> asked) {
        if (!"code".equals(asked.get("response_type"))) {
            return Optional.of("unsupported_response_type");
        }
        if (!clientId.equals(asked.get("client_id"))) {
            return Optional.of("unauthorized_client");
        }
        String challenge = asked.getOrDefault("code_challenge", "");
        if (!"S256".equals(asked.get("code_challenge_method"))
                || !challenge.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.of("invalid_request: code_challenge");
        }
        if (!isOurs(asked.getOrDefault("redirect_uri", ""))) {
            return Optional.of("invalid_request: redirect_uri");
        }
        return Optional.empty();
    }

    private boolean isOurs(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return redirect.startsWith(origin + "/") && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Answer form(Request request, Map<String, String> asked) {
        Optional<String> refusal = refusal(asked);
        if (refusal.isPresent()) {
            return Answer.message(400, refusal.get());
        }
        Language language = Language.accepted(request.header("accept-language").orElse(""));
        ResourceBundle texts = HostPage.texts("issuer", language);
        StringBuilder out = new StringBuilder();
        out.append("<form method=\"post\" action=\"/local/issuer/authorize\">\n");
        asked.forEach((name, value) ->
                out.append(
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                                .formatted(HostPage.escape(name), HostPage.escape(value))));
        out.append(
                "<fieldset><legend>%s</legend>\n"
                        .formatted(HostPage.escape(texts.getString("who"))));
        boolean first = true;
        for (Person person : people) {
            out.append(choice(person, first));
            first = false;
        }
        out.append(
                """
                <div class="choice"><input type="radio" name="person" id="other" value="">\
                <label for="other">%s</label></div></fieldset>
                """
                        .formatted(HostPage.escape(texts.getString("other"))));
        for (String field : List.of("sub", "roles", "body", "territory")) {
            out.append(
                    "<p><label for=\"%1$s\">%2$s</label><input id=\"%1$s\" name=\"%1$s\"></p>\n"
                            .formatted(field, HostPage.escape(texts.getString(field))));
        }
        out.append(
                "<p><button>%s</button></p></form>"
                        .formatted(HostPage.escape(texts.getString("go"))));
        return Answer.html(200, HostPage.html(language, texts, out.toString()))
                .with("Cache-Control", "no-store")
                // With the pages' own "no-referrer" a browser would send this form with the
                // origin "null", which the host takes for another site's.
                .with("Referrer-Policy", "same-origin");
    }

    private static String choice(Person person, boolean checked) {
        return """
        <div class="choice"><input type="radio" name="person" id="p-%1$s" value="%1$s"%2$s>\
        <label for="p-%1$s">%3$s <small>%1$s · %4$s%5$s</small></label></div>
        """
                .formatted(
                        HostPage.escape(person.subject()),
                        checked ? " checked" : "",
                        HostPage.escape(person.name().orElse(person.subject())),
                        HostPage.escape(String.join(", ", person.roles())),
                        HostPage.escape(
                                person.body()
                                        .or(person::territory)
                                        .map(of -> " · " + of)
                                        .orElse("")));
    }

    private Answer authorize(Map<String, String> asked) {
        Optional<String> refusal = refusal(asked);
        if (refusal.isPresent()) {
            return Answer.message(400, refusal.get());
        }
        Optional<Person> person = chosen(asked);
        if (person.isEmpty()) {
            return Answer.message(400, "access_denied: no person");
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String code = Tokens.encode(bytes);
        String redirect = asked.getOrDefault("redirect_uri", "");
        codes.put(
                code,
                new Code(
                        person.get(),
                        asked.getOrDefault("code_challenge", ""),
                        redirect,
                        real.instant().plus(CODE_LIFETIME)));
        String answer = redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code;
        if (asked.containsKey("state")) {
            answer += "&state=" + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        }
        return Answer.redirect(answer).with("Cache-Control", "no-store");
    }

    private Optional<Person> chosen(Map<String, String> asked) {
        String subject = asked.getOrDefault("person", "");
        if (!subject.isEmpty()) {
            return people.stream().filter(one -> one.subject().equals(subject)).findFirst();
        }
        String typed = asked.getOrDefault("sub", "").strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Person(
                        typed,
                        List.of(asked.getOrDefault("roles", "").strip().split("[\\s,]+", -1)),
                        typed(asked, "body"),
                        Optional.of(typed),
                        typed(asked, "territory")));
    }

    private static Optional<String> typed(Map<String, String> asked, String field) {
        return Optional.of(asked.getOrDefault(field, "").strip()).filter(text -> !text.isEmpty());
    }

    /// A code is good once.
    private Answer token(Map<String, String> asked) {
        if (!"authorization_code".equals(asked.get("grant_type"))) {
            return error("unsupported_grant_type");
        }
        Code code = codes.remove(asked.getOrDefault("code", ""));
        if (code == null
                || code.until().isBefore(real.instant())
                || !code.redirect().equals(asked.get("redirect_uri"))
                || !clientId.equals(asked.get("client_id"))
                || !code.challenge()
                        .equals(Sha256.base64(asked.getOrDefault("code_verifier", "")))) {
            return error("invalid_grant");
        }
        String token = tokens.issue(code.person());
        return Answer.json(
                        200,
                        Json.object()
                                .put("access_token", token)
                                .put("id_token", token)
                                .put("token_type", "Bearer")
                                .put("expires_in", Tokens.LIFETIME.toSeconds()))
                .with("Cache-Control", "no-store");
    }

    private static Answer error(String code) {
        return Answer.json(400, Map.of("error", code));
    }

    private static String body(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                out.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return out;
    }
}
