package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.http.HostProblem;
import kz.bagalau.local.start.Settings;
import kz.bagalau.rules.Language;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes on the port is answered, with a problem document and in the caller's language
/// where headers could be read; never with a page of the server's own, never with silence.
class MalformedRequestTest {

    @TempDir static Path folder;

    private static Host host;

    record Reply(int status, String headers, String body) {

        JsonNode problem() {
            assertThat(headers).contains("application/problem+json");
            return Json.read(body);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        try (InputStream in = MalformedRequestTest.class.getResourceAsStream("template.yaml")) {
            String yaml =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            host =
                    Host.start(
                            new Settings(0, folder, true, false),
                            line -> {},
                            parameters -> Template.parse(yaml, "t-", parameters));
        }
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    static Stream<String> malformed() {
        return Stream.of(
                "/%zz",
                "/bodies/%",
                "/bodies/%ff",
                "/bodies/%ED%A0%BD",
                "/bodies/%00",
                "/bodies/a%0d%0ab",
                "/../etc/passwd",
                "/pages/../config.json",
                "/%2e%2e/x",
                "/<script>",
                "/a\"b",
                "/{a}",
                "/a|b",
                "/a^b",
                "/a\\b",
                "/a`b",
                "/local/clock?a=%zz",
                "/local/health?a=%00",
                "/local/health?a=%c3%28",
                "/%F4%90%80%80");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedAddressIsAProblemInTheCallersLanguage(String target) throws IOException {
        for (Language language : Language.values()) {
            Reply reply =
                    send(
                            "GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Language: %s\r\n\r\n"
                                    .formatted(target, authority(), language.code()));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.problem().path("code").asText()).isEqualTo("URL_MALFORMED");
            assertThat(reply.problem().path("detail").asText())
                    .isEqualTo(
                            Json.read(
                                            new String(
                                                    HostProblem.URL_MALFORMED
                                                            .answer(language.code())
                                                            .body(),
                                                    StandardCharsets.UTF_8))
                                    .path("detail")
                                    .asText());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a b HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET /a\u0000b HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET /a\u0001b HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET /\u00d2\u009b HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET /\u00ff HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET \r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: %s\r\n\r\n",
                "G\u0000T / HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET http:// HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET http://[::1 HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET http://evil.example/bodies HTTP/1.1\r\nHost: %s\r\n\r\n",
                "GET http://evil.example/bodies HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: %s\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: %s\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: %s\r\nBad Header: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: %s\r\nX: a\u0000b\r\n\r\n",
                "POST /open HTTP/1.1\r\nHost: %s\r\nContent-Length: x\r\n\r\n",
                "POST /open HTTP/1.1\r\nHost: %s\r\nContent-Length: -1\r\n\r\n",
                "POST /open HTTP/1.1\r\nHost: %s\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
            })
    void whatIsNoRequestIsAProblem(String request) throws IOException {
        Reply reply = send(request.formatted(authority()));

        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.problem().path("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.problem().path("detail").asText()).isNotBlank();
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() throws IOException {
        for (int length : List.of(9_000, 100_000, 1_000_000)) {
            Reply reply =
                    send(
                            "GET /%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                                    .formatted("a".repeat(length), authority()));

            assertThat(reply.status()).as("" + length).isEqualTo(414);
            assertThat(reply.problem().path("code").asText()).isEqualTo("URL_TOO_LONG");
        }
    }

    @Test
    void headersThatAreTooLargeAreAProblem() throws IOException {
        Reply reply =
                send(
                        "GET / HTTP/1.1\r\nHost: %s\r\nX-Long: %s\r\n\r\n"
                                .formatted(authority(), "a".repeat(30_000)));

        assertThat(reply.status()).isEqualTo(431);
        assertThat(reply.problem().path("code").asText()).isEqualTo("HEADERS_TOO_LARGE");
    }

    /// RFC 9112, 3.2.2: a server takes the absolute form too.
    @Test
    void theAbsoluteFormOfTheOwnAddressIsAnswered() throws IOException {
        Reply reply =
                send(
                        "GET http://%1$s/local/health HTTP/1.1\r\nHost: %1$s\r\n\r\n"
                                .formatted(authority()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void anotherNameThatPointsHereIsRefusedInTheCallersLanguage() throws IOException {
        Reply reply =
                send(
                        "GET /local/outbox HTTP/1.1\r\n"
                                + "Host: evil.example\r\n"
                                + "Accept-Language: ru\r\n\r\n");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem().path("detail").asText()).startsWith("Этот сервер отвечает");
    }

    @Test
    void theHostGoesOnAfterwards() throws IOException {
        for (String bad : List.of("\r\n", "GET", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n")) {
            try (Socket socket = socket()) {
                socket.getOutputStream().write(bad.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(
                        send("GET /local/health HTTP/1.1\r\nHost: %s\r\n\r\n"
                                        .formatted(authority()))
                                .status())
                .isEqualTo(200);
    }

    private static String authority() {
        return host.address().getAuthority();
    }

    private static Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), host.address().getPort());
    }

    /// Characters are bytes. The host may answer before it has read all, and then end the
    /// connection: the rest cannot be written, and the answer is there.
    private static void write(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException endedWhileWriting) {
            return;
        }
    }

    private static Reply send(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.setSoTimeout(10_000);
            write(socket, request);
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int one = in.read();
                assertThat(one).as("the answer ends: " + head).isNotNegative();
                head.append((char) one);
            }
            int status = Integer.parseInt(head.substring(9, 12));
            int length =
                    head.toString()
                            .lines()
                            .map(line -> line.toLowerCase(Locale.ROOT))
                            .filter(line -> line.startsWith("content-length:"))
                            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                            .findFirst()
                            .orElse(0);
            return new Reply(
                    status,
                    head.toString(),
                    new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }
}
