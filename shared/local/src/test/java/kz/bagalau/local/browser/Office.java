package kz.bagalau.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import kz.bagalau.local.Trial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A host of the test class's own, and for each test a small screen at which somebody logs in at
/// the desk. After each test nothing may have been amiss with the screen. For test classes that
/// also ask for [Chromium].
final class Office
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private @Nullable Path data;
    private @Nullable Trial trial;
    private @Nullable Browser browser;
    private @Nullable Device device;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("bagalau-office");
        trial = Trial.start(data);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser = Chromium.browser(context);
        device = Device.phone(browser, trial().address(), "kk");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (Device last = device()) {
            last.isQuiet();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        trial().close();
        try (var files = Files.walk(Objects.requireNonNull(data))) {
            files.sorted(Comparator.reverseOrder()).forEach(Office::delete);
        }
    }

    Trial trial() {
        return Objects.requireNonNull(trial);
    }

    Device device() {
        return Objects.requireNonNull(device);
    }

    /// Changes the small screen for a large one.
    void atADesktop() {
        device().close();
        device = Device.desktop(Objects.requireNonNull(browser), trial().address(), "kk");
    }

    /// Goes to another room by its link, which a phone shows on demand.
    static void enter(Page page, String room) {
        page.locator("nav.rooms").first().waitFor();
        Locator menu = page.locator("#menu");
        if (menu.isVisible()) {
            menu.click();
        }
        page.locator("nav.rooms a[href='" + room + "']").click();
    }

    /// Logs in at the desk and goes to a room, such as `#/facts`.
    ///
    /// @param role as the claim `roles` names it, without its prefix
    /// @param body of an officer of one body; empty for all others
    Page logIn(String role, String body, String room) {
        Page page = atTheIssuer(room);
        IssuerPage.logIn(page, "desk-" + role, role, body);
        page.locator("#account").waitFor();
        return page;
    }

    /// Logs in as a person whom a case names, in a tab of their own.
    Page logInAs(String subject, String role, String body, String room) {
        Page page = atTheIssuer(room);
        IssuerPage.logIn(page, subject, role, body);
        page.locator("#account").waitFor();
        return page;
    }

    /// Logs in as an official of a territorial unit.
    Page logInAtTerritory(String territory, String room) {
        Page page = atTheIssuer(room);
        IssuerPage.logInAtTerritory(page, "desk-territorial", territory);
        page.locator("#account").waitFor();
        return page;
    }

    /// Logs in as an official who monitors for a territorial unit.
    Page logInAsMonitor(String subject, String territory, String room) {
        Page page = atTheIssuer(room);
        IssuerPage.logInAtTerritory(page, subject, "monitor", territory);
        page.locator("#account").waitFor();
        return page;
    }

    /// The server hears, and nobody hears the server; until the context is unrouted.
    ///
    /// @param route a glob of addresses, such as `**/surveys`
    void loseAnswersOf(String route) {
        device().context()
                .route(
                        route,
                        asked -> {
                            asked.fetch();
                            asked.abort("connectionreset");
                        });
    }

    private Page atTheIssuer(String room) {
        Page page = device().open(trial().address() + "/desk.html" + room);
        page.locator("#login").click();
        return page;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
