package kz.bagalau.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/bodies/min-digital",
                "/desk.html",
                "/a/%D2%9B%20b",
                "/a;b=c/@d:e",
                "/a/...",
                "/a/.well-known",
                "/a//b"
            })
    void aGoodPathIsTaken(String path) {
        assertThat(RequestAddress.problem(path, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "a",
                "/%",
                "/%z0",
                "/%4",
                "/a%",
                "/%ff",
                "/%c0%af",
                "/%ed%a0%bd",
                "/%D2",
                "/%00",
                "/%0a",
                "/%7F",
                "/a b",
                "/a\"b",
                "/<script>",
                "/a\\b",
                "/{body}",
                "/a|b",
                "/қ",
                "/a\u0000",
                "/a/../b",
                "/..",
                "/a/.",
                "/a/%2e%2E/b",
                "/a/.%2e"
            })
    void aMalformedPathIsRefused(String path) {
        assertThat(RequestAddress.problem(path, "")).hasValue(HostProblem.URL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&b=2", "a=%D2%9B+b", "a[]=1", "a=/../?", "redirect=http://x:1/y"})
    void aGoodQueryIsTaken(String query) {
        assertThat(RequestAddress.problem("/", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%", "a=%zz", "a=%ff", "a=%00", "a=%ed%b0%80", "a=\u0001", "a=қ", "a=<b>"})
    void aMalformedQueryIsRefused(String query) {
        assertThat(RequestAddress.problem("/", query)).hasValue(HostProblem.URL_MALFORMED);
    }

    @Test
    void anAddressThatIsTooLongIsRefusedAsSuch() {
        String most = "a".repeat(RequestAddress.MAX_LENGTH - 1);

        assertThat(RequestAddress.problem("/", most)).isEmpty();
        assertThat(RequestAddress.problem("/a", most))
                .isEqualTo(Optional.of(HostProblem.URL_TOO_LONG));
    }
}
