package kz.bagalau.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs and own pages may ask; pages of other origins may not, by whichever way.
class VisitorsTest {

    private static final Visitors VISITORS = new Visitors("http://localhost:8080");

    @Test
    void aProgramMayAsk() {
        assertThat(refusal("POST", "/local/token", Map.of())).isEmpty();
        assertThat(
                        refusal(
                                "POST",
                                "/local/clock",
                                Map.of("content-type", "application/x-www-form-urlencoded")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080"})
    void anOwnPageMayAsk(String origin) {
        assertThat(refusal("POST", "/local/token", Map.of("origin", origin))).isEmpty();
        assertThat(refusal("GET", "/bodies", Map.of("sec-fetch-site", "same-origin"))).isEmpty();
        assertThat(refusal("GET", "/desk.html", Map.of("sec-fetch-site", "none"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://localhost:8081",
                "http://localhost",
                "http://localhost:8080.evil.example",
                "https://localhost:8080",
                "http://127.0.0.1:8081"
            })
    void aPageOfAnotherOriginMayNot(String origin) {
        assertThat(refusal("POST", "/local/token", Map.of("origin", origin)))
                .hasValue(HostProblem.FOREIGN_PAGE);
        assertThat(refusal("GET", "/bodies", Map.of("origin", origin)))
                .hasValue(HostProblem.FOREIGN_PAGE);
    }

    /// What a browser sends without an origin: an image, a frame, a script, a link.
    @ParameterizedTest
    @CsvSource({
        "same-site, no-cors, image, GET, /local/outbox, true",
        "cross-site, no-cors, script, GET, /local/health, true",
        "cross-site, navigate, iframe, GET, /desk.html, true",
        "cross-site, navigate, document, GET, /local/outbox, true",
        "same-site, navigate, document, POST, /bodies, true",
        "cross-site, navigate, document, GET, /survey.html, false",
        "same-site, navigate, document, GET, /desk.html, false",
    })
    void aPageOfAnotherOriginMayOnlyLink(
            String site, String mode, String dest, String method, String path, boolean refused) {
        Map<String, String> headers =
                Map.of("sec-fetch-site", site, "sec-fetch-mode", mode, "sec-fetch-dest", dest);

        assertThat(refusal(method, path, headers))
                .isEqualTo(refused ? Optional.of(HostProblem.FOREIGN_PAGE) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example:8080",
                "localhost:8081",
                "127.0.0.2:8080",
                ""
            })
    void anotherNameThatPointsHereIsRefused(String host) {
        assertThat(refusal("GET", "/local/outbox", Map.of("host", host)))
                .hasValue(HostProblem.FOREIGN_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "Text/Plain;charset=UTF-8", "multipart/form-data; boundary=x"})
    void aFormMintsNoToken(String type) {
        assertThat(refusal("POST", "/local/token", Map.of("content-type", type)))
                .hasValue(HostProblem.NOT_JSON);
    }

    private static Optional<HostProblem> refusal(
            String method, String path, Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>(Map.of("host", List.of("localhost:8080")));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return VISITORS.refusal(new Request(method, path, "", all, new byte[0], "HTTP/1.1"));
    }
}
