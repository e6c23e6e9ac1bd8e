package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A page of another origin on this machine, which a person has open beside Bagalau, looks for its
/// stores and talks to its port, by every way that a page has. It reaches nothing.
@ExtendWith(Chromium.class)
class ScanningPageTest {

    /// How a page tries one address: any answer counts, also one that it cannot read.
    private static final String REACH =
            """
            async ([addresses, patience]) => {
                const reached = [];
                const one = async address => {
                    const end = new AbortController();
                    const timer = setTimeout(() => end.abort(), patience);
                    try {
                        await fetch('http://' + address + '/', {mode: 'no-cors', signal: end.signal});
                        reached.push(address);
                    } catch (refused) {
                    } finally {
                        clearTimeout(timer);
                    }
                };
                for (let at = 0; at < addresses.length; at += 200) {
                    await Promise.all(addresses.slice(at, at + 200).map(one));
                }
                return reached;
            }
            """;

    /// What a page can send to an address whose answer it may or may not read: the status where it
    /// can, `opaque` where it got one and cannot, else `nothing`.
    private static final String ASK =
            """
            async ([address, method, type, body]) => {
                const init = {method, mode: type === 'no-cors' ? 'no-cors' : 'cors'};
                if (method !== 'GET') {
                    init.body = body;
                    if (type !== 'no-cors') init.headers = {'Content-Type': type};
                }
                try {
                    const answer = await fetch(address, init);
                    return answer.type === 'opaque' ? 'opaque' : answer.status + ' ' + await answer.text();
                } catch (refused) {
                    return 'nothing';
                }
            }
            """;

    private static final String SOCKET =
            """
            address => new Promise(done => {
                const socket = new WebSocket('ws://' + address + '/');
                socket.onopen = () => done('open');
                socket.onerror = () => done('refused');
            })
            """;

    private static final String TOKEN_ORDER = "{\"sub\":\"a1\",\"roles\":[\"agency\"]}";
    private static final String CLOCK_ORDER = "{\"now\":\"2040-01-01T00:00:00Z\"}";

    /// How far to either side of a store's own port the page tries.
    private static final int AROUND = 150;

    @TempDir static Path data;

    private static Trial trial;
    private static HttpServer other;
    private static HttpServer bare;
    private static BrowserContext context;
    private static Page page;
    private static final List<String> CAUGHT = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start(Browser browser) throws IOException {
        trial = Trial.start(data);
        other = server(exchange -> answer(exchange, "<!doctype html><title>other</title>"));
        bare =
                server(exchange -> {
                    CAUGHT.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                    answer(exchange, "bare");
                });
        context = browser.newContext();
        page = context.newPage();
        page.navigate("http://localhost:" + other.getAddress().getPort() + "/");
    }

    @AfterAll
    static void stop() {
        context.close();
        other.stop(0);
        bare.stop(0);
        trial.close();
    }

    /// A page cannot know where to look, so here it is shown: it tries the stores' own ports and
    /// those around them, by each name of this machine.
    @Test
    void itFindsNoStoreByTryingPorts() {
        List<String> addresses = new ArrayList<>();
        for (String name : List.of("127.0.0.1", "localhost", "[::1]")) {
            ports().forEach(port -> addresses.add(name + ":" + port));
        }

        List<String> reached = reached(addresses);

        assertThat(reached)
                .as("the control: a bare server is found")
                .contains("127.0.0.1:" + bare.getAddress().getPort());
        assertThat(trial.stores()).hasSize(3);
        for (URI store : trial.stores()) {
            assertThat(store.getHost()).isNotEqualTo("127.0.0.1");
            assertThat(reached)
                    .filteredOn(address -> address.endsWith(":" + store.getPort()))
                    .allMatch(address -> isAnothers(store.getPort()));
        }
    }

    /// Whether the number of a store's port is that of another host's pages here: of a test that
    /// runs at the same time. A store answers no health.
    private static boolean isAnothers(int port) {
        try {
            URL health = URI.create("http://127.0.0.1:" + port + "/local/health").toURL();
            return ((HttpURLConnection) health.openConnection()).getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// The port of the pages answers so that nothing can be read, and does nothing.
    @Test
    void itMintsNoTokenAndMovesNoClock() {
        String token = trial.address() + "/local/token";
        String clock = trial.address() + "/local/clock";
        String order = TOKEN_ORDER;
        String before = trial.clock();

        for (String type : List.of("application/json", "text/plain", "no-cors")) {
            assertThat(ask(token, "POST", type, order)).as(type).isIn("nothing", "opaque");
            assertThat(ask(clock, "POST", type, CLOCK_ORDER)).as(type).isIn("nothing", "opaque");
        }
        assertThat(ask(trial.address() + "/local/outbox", "GET", "no-cors", ""))
                .isIn("nothing", "opaque");
        assertThat(ask(trial.address() + "/config.json", "GET", "application/json", ""))
                .isEqualTo("nothing");
        assertThat(trial.clock().substring(0, 13)).isEqualTo(before.substring(0, 13));
    }

    @Test
    void itPostsNoFormAndOpensNoSocketAndNoFrame() {
        String before = trial.clock();
        page.evaluate(
                """
                address => {
                    const form = document.createElement('form');
                    form.method = 'post';
                    form.enctype = 'text/plain';
                    form.action = address + '/local/clock';
                    const field = document.createElement('input');
                    field.name = '{"now":"2040-01-01T00:00:00Z","x":"';
                    field.value = '"}';
                    form.append(field);
                    const frame = document.createElement('iframe');
                    frame.name = 'target';
                    document.body.append(frame, form);
                    form.target = 'target';
                    form.submit();
                    return new Promise(done => frame.onload = () => done(true));
                }
                """,
                trial.address().toString());

        assertThat(trial.clock().substring(0, 13)).isEqualTo(before.substring(0, 13));
        assertThat(page.evaluate(SOCKET, trial.address().getAuthority())).isEqualTo("refused");
    }

    /// The control of what is asked: at a server that lets everybody, every way leads in.
    @Test
    void atABareServerEveryWayLeadsIn() {
        String address = "http://127.0.0.1:" + bare.getAddress().getPort() + "/";

        assertThat(ask(address + "cors", "GET", "application/json", "")).isEqualTo("200 bare");
        assertThat(ask(address + "no-cors", "POST", "no-cors", "x")).isEqualTo("opaque");
        assertThat(CAUGHT).contains("GET /cors", "POST /no-cors");
    }

    /// Also who was given the address of buckets gets nothing without a signed address.
    @Test
    void whoKnowsWhereBucketsAreGetsNothing() {
        String buckets = trial.buckets().toString();

        assertThat(ask(buckets + "/", "GET", "application/json", "")).isEqualTo("nothing");
        assertThat(ask(buckets + "/any", "PUT", "application/json", "x")).isEqualTo("nothing");
    }

    private static String ask(String address, String method, String type, String body) {
        return (String) page.evaluate(ASK, List.of(address, method, type, body));
    }

    @SuppressWarnings("unchecked")
    private static List<String> reached(List<String> addresses) {
        return (List<String>) page.evaluate(REACH, List.of(addresses, 5_000));
    }

    private static Set<Integer> ports() {
        Set<Integer> ports = new TreeSet<>(Set.of(bare.getAddress().getPort()));
        trial.stores()
                .forEach(store ->
                        IntStream.rangeClosed(store.getPort() - AROUND, store.getPort() + AROUND)
                                .filter(port -> port < 65_536)
                                .forEach(ports::add));
        return ports;
    }

    @FunctionalInterface
    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(Answering answering) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answering::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
