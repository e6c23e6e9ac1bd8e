package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The machine's own Chromium for test classes that ask for a [Browser]. Playwright's client
/// belongs to one thread at a time, and test classes run side by side: a class borrows a browser
/// that is free, or starts one, and gives it back. Nothing is downloaded. Where there is no
/// Chromium, continuous integration fails and everybody else's tests are skipped with the reason.
final class Chromium implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);

    /// The shell without a window takes a third less of the processor.
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static final String MISSING =
            "The tests of the pages need Chromium: install it so that 'chromium-headless-shell' or"
                    + " 'chromium' is on the PATH.";

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private record Borrowed(Started started) {}

    /// The browsers that no test class uses at the moment; closed when all classes have run.
    private record Idle(Queue<Started> browsers) implements AutoCloseable {

        Started borrow() {
            Started idle = browsers.poll();
            return idle == null ? start() : idle;
        }

        @Override
        public void close() {
            browsers.forEach(Started::close);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (onPath().findFirst().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                fail(MISSING);
            }
            abort(MISSING);
        }
        context.getStore(NAMESPACE).put(Borrowed.class, new Borrowed(idle(context).borrow()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Borrowed borrowed = context.getStore(NAMESPACE).remove(Borrowed.class, Borrowed.class);
        if (borrowed != null) {
            idle(context).browsers().add(borrowed.started());
        }
    }

    private static Idle idle(ExtensionContext context) {
        return Objects.requireNonNull(
                context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                Idle.class,
                                key -> new Idle(new ConcurrentLinkedQueue<>()),
                                Idle.class));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == BrowserType.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = browser(context);
        return parameter.getParameter().getType() == Browser.class
                ? browser
                : browser.browserType();
    }

    /// The browser of this test class.
    static Browser browser(ExtensionContext context) {
        return Objects.requireNonNull(
                        context.getStore(NAMESPACE).get(Borrowed.class, Borrowed.class))
                .started()
                .browser();
    }

    /// What every start of this browser is told, whether for one test or for all.
    static List<String> arguments() {
        return List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-domain-reliability",
                "--disable-sync");
    }

    static Path executable() {
        return onPath().findFirst().orElseThrow();
    }

    private static Started start() {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Started(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(arguments())));
    }

    private static Stream<Path> onPath() {
        List<String> folders =
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable);
    }
}
