package kz.bagalau.local.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.http.Answer;
import kz.bagalau.local.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final String PAGE = ORIGIN + "/desk.html";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";
    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

    @TempDir Path folder;

    private DataFolder data;
    private Tokens tokens;

    @BeforeEach
    void open() {
        data = DataFolder.lock(folder);
        tokens = new Tokens(data, at(NOW), Issuer.of(ORIGIN), "bagalau-pages", "bagalau:");
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aCodeWithItsVerifierBecomesAToken() {
        Issuer issuer = issuer(NOW);
        String code = code(issuer, asked());

        JsonNode reply = token(issuer, code, VERIFIER);

        Optional<JsonNode> claims =
                tokens.check(
                        reply.path("access_token").asText(),
                        Issuer.of(ORIGIN),
                        List.of("bagalau-pages"));
        assertThat(claims).isPresent();
        assertThat(claims.get().path("sub").asText()).isEqualTo("demo-agency");
        assertThat(claims.get().path("roles").toString()).isEqualTo("[\"bagalau:agency\"]");
    }

    @Test
    void theStateComesBackUnchanged() {
        Map<String, String> asked = asked();
        asked.put("state", "a b&c");

        String location = location(issuer(NOW), asked);

        assertThat(location).startsWith(PAGE + "?code=").endsWith("&state=a+b%26c");
    }

    @Test
    void aPersonCanBeTyped() {
        Map<String, String> asked = asked();
        asked.put("person", "");
        asked.put("sub", "emp-7");
        asked.put("roles", "employee, hr");
        asked.put("body", "min-digital");
        Issuer issuer = issuer(NOW);

        JsonNode reply = token(issuer, code(issuer, asked), VERIFIER);

        JsonNode claims =
                tokens.check(
                                reply.path("id_token").asText(),
                                Issuer.of(ORIGIN),
                                List.of("bagalau-pages"))
                        .orElseThrow();
        assertThat(claims.path("sub").asText()).isEqualTo("emp-7");
        assertThat(claims.path("roles").toString())
                .isEqualTo("[\"bagalau:employee\",\"bagalau:hr\"]");
        assertThat(claims.path("body").asText()).isEqualTo("min-digital");
    }

    @Test
    void anotherVerifierGetsNothing() {
        Issuer issuer = issuer(NOW);

        JsonNode reply = token(issuer, code(issuer, asked()), VERIFIER + "x");

        assertThat(reply.path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsGoodOnce() {
        Issuer issuer = issuer(NOW);
        String code = code(issuer, asked());
        token(issuer, code, VERIFIER);

        assertThat(token(issuer, code, VERIFIER).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsGoodForTwoMinutes() {
        Moving clock = new Moving(NOW);
        Issuer issuer = new Issuer(tokens, clock, ORIGIN, "bagalau-pages", People.known());
        String late = code(issuer, asked());
        clock.now = NOW.plus(Duration.ofSeconds(121));

        assertThat(token(issuer, late, VERIFIER).path("error").asText()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/desk.html",
        "redirect_uri, http://localhost:8080.evil.example/",
        "redirect_uri, ''",
        "client_id, another",
        "response_type, token",
        "code_challenge_method, plain",
        "code_challenge, short"
    })
    void aRequestThatIsNotOursIsRefused(String name, String value) {
        Map<String, String> asked = asked();
        asked.put(name, value);
        Issuer issuer = issuer(NOW);

        assertThat(get(issuer, "/authorize?" + form(asked)).status()).isEqualTo(400);
        assertThat(post(issuer, "/authorize", asked).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"kk, Кіру", "ru, Войти", "en, Sign in"})
    void thePageSpeaksTheCallersLanguage(String language, String button) {
        Answer page =
                answer(
                        issuer(NOW),
                        new Request(
                                "GET",
                                "/local/issuer/authorize",
                                form(asked()),
                                Map.of("accept-language", List.of(language)),
                                new byte[0],
                                "HTTP/1.1"));

        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("<html lang=\"" + language + "\">")
                .contains(">" + button + "</button>")
                .contains("demo-aigerim");
    }

    @Test
    void whatIsAskedIsWrittenIntoThePageAsText() {
        Map<String, String> asked = asked();
        asked.put("state", "\"><script>");

        Answer page = get(issuer(NOW), "/authorize?" + form(asked));

        assertThat(new String(page.body(), StandardCharsets.UTF_8)).doesNotContain("<script>");
    }

    @Test
    void theConfigurationNamesWhatThereIs() {
        JsonNode configuration =
                Json.read(
                        new String(
                                get(issuer(NOW), "/.well-known/openid-configuration").body(),
                                StandardCharsets.UTF_8));

        assertThat(configuration.path("issuer").asText()).isEqualTo(ORIGIN + "/local/issuer");
        assertThat(configuration.path("code_challenge_methods_supported").path(0).asText())
                .isEqualTo("S256");
        assertThat(get(issuer(NOW), "/jwks.json").status()).isEqualTo(200);
    }

    private Issuer issuer(Instant now) {
        return new Issuer(tokens, at(now), ORIGIN, "bagalau-pages", People.known());
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static final class Moving extends Clock {
        private Instant now;

        Moving(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", "bagalau-pages");
        asked.put("redirect_uri", PAGE);
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        asked.put("person", "demo-agency");
        return asked;
    }

    private static String challenge() {
        try {
            return Tokens.encode(
                    MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(Issuer issuer, Map<String, String> asked) {
        Answer answer = post(issuer, "/authorize", asked);
        assertThat(answer.status()).isEqualTo(302);
        return answer.headers().getOrDefault("Location", List.of("")).getFirst();
    }

    private static String code(Issuer issuer, Map<String, String> asked) {
        return location(issuer, asked).replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private static JsonNode token(Issuer issuer, String code, String verifier) {
        Answer answer =
                post(
                        issuer,
                        "/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "client_id", "bagalau-pages",
                                "redirect_uri", PAGE,
                                "code_verifier", verifier));
        return Json.read(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static Answer get(Issuer issuer, String pathAndQuery) {
        String[] parts = (pathAndQuery + "?").split("\\?", 3);
        return answer(
                issuer,
                new Request(
                        "GET",
                        "/local/issuer" + parts[0],
                        parts[1],
                        Map.of(),
                        new byte[0],
                        "HTTP/1.1"));
    }

    private static Answer post(Issuer issuer, String path, Map<String, String> form) {
        return answer(
                issuer,
                new Request(
                        "POST",
                        "/local/issuer" + path,
                        "",
                        Map.of(),
                        form(form).getBytes(StandardCharsets.UTF_8),
                        "HTTP/1.1"));
    }

    private static Answer answer(Issuer issuer, Request request) {
        return issuer.answer(request).orElseThrow();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
