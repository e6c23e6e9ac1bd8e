package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// One person's phone or computer: a browser that shares nothing with another device, and a record
/// of everything that leaves it and of everything it complains about.
final class Device implements AutoCloseable {

    /// The narrowest phone the pages promise to work on.
    static final int NARROWEST = 320;

    private static final int WIDE = 1280;
    private static final int HEIGHT = 700;

    /// How long a test waits for what must come: many times what a busy machine takes.
    private static final double PATIENCE_MS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final BrowserContext context;
    private final URI origin;
    private final List<Request> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<URI> others = new ArrayList<>();

    private Device(BrowserContext context, URI origin) {
        this.context = context;
        this.origin = origin;
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(requests::add);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add(error.error()));
        // A cookie of another program on the same host, which must not go along with a ballot.
        context.addCookies(List.of(new Cookie("who", "marker-cookie").setUrl(origin.toString())));
    }

    /// A small phone whose owner reads `language` (kk, ru or en).
    static Device phone(Browser browser, URI origin, String language) {
        return new Device(browser.newContext(options(language, NARROWEST)), origin);
    }

    /// A screen sharp enough to read a QR code from.
    static Device desktop(Browser browser, URI origin, String language) {
        return new Device(
                browser.newContext(options(language, WIDE).setDeviceScaleFactor(2)), origin);
    }

    /// A browser that was started by the test itself.
    static Device of(BrowserContext context, URI origin) {
        return new Device(context, origin);
    }

    private static Browser.NewContextOptions options(String language, int width) {
        return new Browser.NewContextOptions().setLocale(language).setViewportSize(width, HEIGHT);
    }

    /// Lets the pages ask an address besides their own origin, such as that of the buckets.
    void mayAlsoAsk(URI other) {
        others.add(other);
    }

    Page open(String link) {
        Page page = context.newPage();
        page.navigate(link);
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /// What was posted to the path that ends so, in the order of sending.
    List<Request> posts(String ending) {
        return requests.stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> URI.create(request.url()).getPath().endsWith(ending))
                .toList();
    }

    /// A refused or failed request is no fault of the page; what it then does is what a test looks
    /// at. Nor is it that a busy machine takes some seconds to use what was preloaded.
    private void hear(ConsoleMessage message) {
        boolean fault = message.type().equals("error") || message.type().equals("warning");
        if (fault
                && !message.text().startsWith("Failed to load resource")
                && !message.text().contains("was preloaded using link preload but not used")) {
            complaints.add(message.text());
        }
    }

    /// No error, no warning, no breach of the Content-Security-Policy (the browser tells these on
    /// the console), and nothing asked of anybody else.
    void isQuiet() {
        assertThat(complaints).isEmpty();
        assertThat(requests)
                .extracting(Request::url)
                .filteredOn(url -> others.stream().noneMatch(other -> url.startsWith(other + "/")))
                .allSatisfy(url -> assertThat(url).startsWith(origin + "/"));
    }

    @Override
    public void close() {
        context.close();
    }
}
