package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A second tap within half a second of the first does nothing where the first has changed what
/// stands there: no answer, no further page, no request. On every kind of page.
@ExtendWith(Chromium.class)
class SecondTapTest {

    private static final double DONE_MS = 200;

    /// Everything that a tap could have changed, and where the page is.
    private static final String STATE =
            """
            () => JSON.stringify([
                document.querySelector('.caption')?.textContent, document.querySelector('h1')?.textContent,
                location.href,
                [...document.querySelectorAll('main input, main select, main textarea')]
                    .map(each => [each.id, each.type === 'radio' || each.type === 'checkbox' ? each.checked : each.value]),
                [...document.querySelectorAll('main details')].map(each => each.open),
                [...document.querySelectorAll('main button')].map(each => each.id)])
            """;

    @TempDir static Path data;

    private static Trial trial;
    private static String code;

    private Device device;
    private Page page;
    private SurveyPage steps;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
        trial.open("taps");
        code = trial.codes("taps", Trial.DIGITAL, 1).getFirst();
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @BeforeEach
    void aPhone(Browser browser) {
        use(Device.phone(browser, trial.address(), "kk"));
    }

    @AfterEach
    void nothingWasAmiss() {
        device.isQuiet();
        device.close();
    }

    @ParameterizedTest
    @ValueSource(ints = 100)
    void onEveryPageOfTheSurvey(int apart) {
        page.navigate(trial.link("taps"));
        steps.isAt("#shared");
        // A form with a mistake: nothing was chosen.
        staysAfterTheFirst("#continue", apart);
        page.locator("#shared-no").check();
        staysAfterTheFirst("#continue", apart);
        steps.isAt("#right");
        staysAfterTheFirst("#continue", apart);
        page.locator("#right-code").check();
        page.locator("#code").fill(code);
        page.locator("#body").selectOption(Trial.DIGITAL);
        while (!steps.isCheck()) {
            String before = caption();
            staysAfterTheFirst("#continue", apart);
            assertThat(caption()).isNotEqualTo(before);
            assertThat(page.locator("main input:checked").count()).as(caption()).isZero();
        }
        // Nothing is answered: the check complains, and a way back from it leads to one question.
        staysAfterTheFirst("#send", apart);
        staysAfterTheFirst("#change-q6", apart);
        assertThat(page.locator("main input:checked").count()).isZero();
        assertThat(device.posts("/code-tokens")).isEmpty();
    }

    /// By a finger, as the browser makes a click of it.
    @ParameterizedTest
    @ValueSource(ints = 100)
    void byAFinger(int apart, Browser browser) {
        device.close();
        use(
                Device.of(
                        browser.newContext(
                                new Browser.NewContextOptions()
                                        .setLocale("kk")
                                        .setHasTouch(true)
                                        .setIsMobile(true)
                                        .setViewportSize(Device.NARROWEST, 700)),
                        trial.address()));
        page.navigate(trial.link("taps"));
        steps.onMyOwnDevice();
        page.locator("#right-code").check();
        page.locator("#code").fill(code);
        page.locator("#body").selectOption(Trial.DIGITAL);
        while (!steps.isCheck()) {
            String before = caption();
            page.locator("#continue").scrollIntoViewIfNeeded();
            settled();
            BoundingBox at = Objects.requireNonNull(page.locator("#continue").boundingBox());
            page.touchscreen().tap(at.x + at.width / 2, at.y + at.height / 2);
            page.waitForTimeout(apart);
            page.touchscreen().tap(at.x + at.width / 2, at.y + at.height / 2);
            settled();
            assertThat(caption()).isNotEqualTo(before);
            assertThat(page.locator("main input:checked").count()).as(caption()).isZero();
        }
    }

    /// What was pressed on a page is let go on the next: it was meant for neither.
    @Test
    void aPressThatBeganBeforeThePageChanged() {
        page.navigate(trial.link("taps"));
        page.locator("#shared-no").check();
        settled();
        BoundingBox at = Objects.requireNonNull(page.locator("#continue").boundingBox());
        page.mouse().move(at.x + 20, at.y + 20);
        page.mouse().down();
        page.locator("#continue").dispatchEvent("click");
        steps.isAt("#right");
        settled();
        String before = state();
        page.mouse().up();
        settled();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void keyboardsAndAssistiveTechnologyAreNotHeldUp() {
        page.navigate(trial.link("taps"));
        steps.isAt("#shared");
        page.locator("#shared-no").focus();
        page.keyboard().press("Space");
        page.locator("#continue").focus();
        page.keyboard().press("Enter");
        page.locator("#right-code").waitFor();
        // As a screen reader presses: without a pointer.
        page.evaluate("document.querySelector('label[for=right-code]').click()");
        assertThat(page.locator("#right-code").isChecked()).isTrue();
    }

    /// Controls that give way to others without a change of page.
    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void whereOneControlGivesWayToAnother(int apart) {
        page.onDialog(Dialog::accept);
        page.navigate(trial.link("taps"));
        steps.onMyOwnDevice();
        page.locator("#right-code").check();
        page.locator("#code").fill(code);
        page.locator("#body").selectOption(Trial.DIGITAL);
        steps.next();
        steps.answer("q1", 2).next();
        page.reload();
        steps.isAt("#draft-erase");
        tap("#draft-erase", apart);

        steps.isAt("#shared");
        assertThat(page.locator("main input:checked").count()).isZero();
        assertThat(page.locator("#error-summary").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = 100)
    void onEveryPageOfTheExitInterview(int apart) {
        String code = trial.leaver("tapping-" + apart);
        page.onDialog(Dialog::accept);
        page.navigate(trial.address() + "/exit.html#code=" + code);
        steps.isAt("#shared");
        staysAfterTheFirst("#continue", apart);
        page.locator("#shared-no").check();
        staysAfterTheFirst("#continue", apart);
        page.locator(".caption").waitFor();
        while (!steps.isCheck()) {
            // Nothing is answered yet: the page complains.
            staysAfterTheFirst("#continue", apart);
            assertThat(page.locator("main input:checked").count()).as(caption()).isZero();
            for (Locator each : page.locator("main fieldset.field").all()) {
                each.locator("input").first().check();
            }
            String before = caption();
            tap("#continue", apart);
            page.waitForCondition(() -> steps.isCheck() || !caption().equals(before));
            assertThat(page.locator("main input:checked").count()).as(caption()).isZero();
        }
    }

    /// Forms of the desk, each with a mistake.
    @ParameterizedTest
    @CsvSource({
        "agency, '', #/open, #open-submit",
        "agency, '', #/surveys/taps/slips, #slips-submit",
        "hr, min-digital, #/surveys/taps/people, #people-submit",
        "hr, min-digital, #/exit/list/announce, #announce-submit",
    })
    void inTheRoomsOfTheDesk(String role, String body, String room, String button) {
        for (int apart : new int[] {100, 300}) {
            page.navigate(trial.address() + "/desk.html" + room);
            page.reload();
            page.locator("#login, #account").first().waitFor();
            if (page.locator("#login").isVisible()) {
                page.locator("#login").click();
                IssuerPage.logIn(page, "desk-" + role, role, body);
            }
            page.locator(button).waitFor();
            staysAfterTheFirst(button, apart);
        }
    }

    /// From one room to another by a link: the second click of a double click finds the new room.
    @Test
    void fromRoomToRoom() {
        page.navigate(trial.address() + "/desk.html");
        page.locator("#login").click();
        IssuerPage.logIn(page, "desk-agency", "agency", "");
        page.locator("#open-survey").waitFor();
        for (int apart : new int[] {100, 300}) {
            page.navigate(trial.address() + "/desk.html#/surveys");
            page.locator("#open-survey").waitFor();
            tap("#open-survey", apart);
            page.locator("#open-submit").waitFor();
            assertThat(page.locator("main input:checked").count()).isZero();
            assertThat(page.url()).endsWith("#/open");
        }
    }

    /// The local issuer's page has no script to hold it.
    @Test
    void theIssuersPageIsNotChosenOnByTheSecondClick() {
        page.navigate(trial.address() + "/desk.html");
        page.locator("#login").click();
        page.locator("#other").waitFor();
        assertThat(isChosenWithinThePause()).isFalse();
        page.waitForTimeout(600);
        clickOther();
        assertThat(page.locator("#other").isChecked()).isTrue();
    }

    /// Whether a click within half a second after the page has come has chosen something. On a busy
    /// machine a click can come too late to count: then the page comes again.
    private boolean isChosenWithinThePause() {
        for (int attempt = 1; attempt <= 20; attempt++) {
            page.reload();
            clickOther();
            if (((Number) page.evaluate("performance.now()")).doubleValue() < 450) {
                return page.locator("#other").isChecked();
            }
        }
        throw new IllegalStateException("This machine is too slow to click within half a second");
    }

    private void clickOther() {
        page.evaluate("document.querySelector('#other').scrollIntoView()");
        BoundingBox at = Objects.requireNonNull(page.locator("#other").boundingBox());
        page.mouse().click(at.x + 5, at.y + 5);
    }

    /// Taps twice; the page is then as one tap has left it: looked at when that has settled, and
    /// again after the second tap had its time.
    private void staysAfterTheFirst(String at, int apart) {
        Map<String, String> typed = values();
        tap(at, apart);
        Map<String, String> now = values();
        typed.forEach((field, value) -> {
            if (now.containsKey(field)) {
                assertThat(now.get(field)).as("%s after %s", field, at).isEqualTo(value);
            }
        });
        // Who hears the page is where the first tap has led.
        steps.hasFocusAt("h1, #error-summary, #q6 input");
    }

    private void tap(String at, int apart) {
        page.locator(at).scrollIntoViewIfNeeded();
        settled();
        BoundingBox box = Objects.requireNonNull(page.locator(at).boundingBox());
        doubleTap(box.x + Math.min(60, box.width / 2), box.y + box.height / 2, apart);
    }

    /// The button goes down, up, down and up in steps of half the time between two taps.
    private void doubleTap(double x, double y, int apart) {
        page.mouse().click(x, y, new Mouse.ClickOptions().setClickCount(2).setDelay(apart / 2.0));
        settled();
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        ((Map<?, ?>)
                        page.evaluate(
                                """
                                () => Object.fromEntries(
                                    [...document.querySelectorAll('main input, main select, main textarea')]
                                        .map(each => [each.id, each.type === 'radio' || each.type === 'checkbox'
                                            ? String(each.checked) : each.value]))
                                """))
                .forEach((field, value) -> values.put((String) field, (String) value));
        return values;
    }

    /// Whatever the last tap does is done, and the page takes the next.
    private void settled() {
        page.waitForTimeout(DONE_MS);
        page.locator("html:not(.settling)").waitFor();
    }

    private String state() {
        return (String) page.evaluate(STATE);
    }

    private String caption() {
        return (String) page.evaluate("document.querySelector('.caption')?.textContent ?? ''");
    }

    private void use(Device another) {
        device = another;
        page = device.context().newPage();
        steps = new SurveyPage(page);
    }
}
