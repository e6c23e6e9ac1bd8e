package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Between Send and the receipt anything may fail; there is one ballot and one receipt all the
/// same.
@ExtendWith(Chromium.class)
class LostNetworkTest {

    @TempDir static Path data;

    private static Trial trial;

    private Device device;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @BeforeEach
    void aNewPhone(Browser browser) {
        device = Device.phone(browser, trial.address(), "kk");
    }

    @AfterEach
    void nothingWasAmiss() {
        device.isQuiet();
        device.close();
    }

    /// The power goes while the server signs. What was sealed is on the disk.
    @Test
    void aBrowserKilledBetweenClaimAndAnswerGoesOnWithTheSameBytes(
            BrowserType browsers, @TempDir Path profile) {
        trial.open("killed");
        String code = trial.codes("killed", Trial.DIGITAL, 1).getFirst();
        Set<ProcessHandle> before = children();
        BrowserContext first = launch(browsers, profile);
        Page page = Device.of(first, trial.address()).open(trial.link("killed", code));
        toTheCheck(page);
        List<String> claims = swallowAnswers(first, "**/code-tokens");
        new SurveyPage(page).send();
        page.waitForCondition(() -> !claims.isEmpty());

        Set<ProcessHandle> browser = children();
        browser.removeAll(before);
        browser.forEach(ProcessHandle::destroyForcibly);

        device.close();
        device = Device.of(launch(browsers, profile), trial.address());
        SurveyPage again = new SurveyPage(device.open(trial.link("killed")));
        assertThat(again.receipt()).isNotBlank();
        assertThat(device.posts("/code-tokens"))
                .extracting(Request::postData)
                .containsExactly(claims.getFirst());
        assertThat(trial.ballots("killed")).hasSize(1);
    }

    /// A login is not kept; who comes back logs in again, as the same person.
    @Test
    void aTabKilledBetweenClaimAndAnswerAsksForTheLoginAgain() {
        trial.open("tab");
        trial.enrol("tab", Trial.DIGITAL, "aigerim");
        Page page = device.open(trial.link("tab"));
        new SurveyPage(page)
                .onMyOwnDevice()
                .withLogin("aigerim", Trial.DIGITAL)
                .answer("q1", 4)
                .skipToTheCheck();
        List<String> claims = swallowAnswers(device.context(), "**/tokens");
        new SurveyPage(page).send();
        page.waitForCondition(() -> !claims.isEmpty());
        page.close();
        device.context().unrouteAll();

        Page opened = device.open(trial.link("tab"));
        opened.locator("#waiting-mine").waitFor();
        Look.inEveryLanguage(opened);
        opened.locator("#waiting-mine").click();
        IssuerPage.logIn(opened, "aigerim", "employee", Trial.DIGITAL);

        assertThat(new SurveyPage(opened).receipt()).isNotBlank();
        assertThat(device.posts("/tokens"))
                .extracting(Request::postData)
                .containsExactly(claims.getFirst(), claims.getFirst());
        assertThat(trial.ballots("tab")).hasSize(1);
    }

    @Test
    void withoutNetworkTheBallotWaitsAndGoesByItselfWhenThereIsOne() {
        trial.open("offline");
        String code = trial.codes("offline", Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link("offline", code));
        toTheCheck(page);
        device.context().setOffline(true);
        new SurveyPage(page).send();
        page.locator("#try-now").waitFor();
        Look.inEveryLanguage(page);

        device.context().setOffline(false);

        assertThat(new SurveyPage(page).receipt()).isNotBlank();
        assertThat(trial.ballots("offline")).hasSize(1);
    }

    @Test
    void aBallotWhoseAnswersAreLostIsStoredOnceAndHasOneReceipt() {
        trial.open("cut");
        String code = trial.codes("cut", Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link("cut", code));
        toTheCheck(page);
        List<String> sent = new ArrayList<>();
        List<String> receipts = new ArrayList<>();
        List<Integer> answered = new ArrayList<>();
        device.context()
                .route(
                        "**/ballots",
                        route -> {
                            sent.add(route.request().postData());
                            if (sent.size() == 1) {
                                route.abort("connectionrefused");
                            } else {
                                var answer = route.fetch();
                                answered.add(answer.status());
                                receipts.add(Json.read(answer.text()).path("receipt").asText());
                                route.abort("connectionreset");
                            }
                        });
        new SurveyPage(page).send();
        for (int attempt = 1; attempt <= 2; attempt++) {
            int before = sent.size();
            page.locator("#try-now").click();
            page.waitForCondition(() -> sent.size() > before);
        }
        page.waitForCondition(() -> receipts.size() >= 2);

        // The tab is reloaded before any answer came: what was sealed is still there.
        device.context().unrouteAll();
        page.reload();

        String shown = new SurveyPage(page).receipt();
        assertThat(receipts).containsOnly(shown);
        assertThat(answered.getFirst()).isEqualTo(201);
        assertThat(answered.subList(1, answered.size())).containsOnly(200);
        assertThat(device.posts("/ballots"))
                .extracting(Request::postData)
                .hasSizeGreaterThanOrEqualTo(4)
                .containsOnly(sent.getFirst());
        assertThat(device.posts("/code-tokens")).hasSize(1);
        assertThat(trial.ballots("cut")).hasSize(1);
    }

    @Test
    void aServerThatIsAwayAtTheBeginningCanBeAskedAgain() {
        trial.open("away");
        device.context().route("**/surveys/away", Route::abort);
        Page page = device.open(trial.link("away"));
        page.locator("#try-again").waitFor();
        Look.inEveryLanguage(page);

        device.context().unrouteAll();
        page.locator("#try-again").click();

        new SurveyPage(page).isAt("#shared");
    }

    private static void toTheCheck(Page page) {
        SurveyPage survey = new SurveyPage(page);
        survey.onMyOwnDevice();
        page.locator("#body").selectOption(Trial.DIGITAL);
        survey.next();
        survey.answer("q1", 4).skipToTheCheck();
    }

    /// Lets requests reach the server and their answers reach nobody; returns what was sent.
    private static List<String> swallowAnswers(BrowserContext context, String path) {
        List<String> sent = new ArrayList<>();
        context.route(
                path,
                route -> {
                    assertThat(route.fetch().status()).isEqualTo(200);
                    sent.add(route.request().postData());
                });
        return sent;
    }

    private static BrowserContext launch(BrowserType browsers, Path profile) {
        return browsers.launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                        .setExecutablePath(Chromium.executable())
                        .setArgs(Chromium.arguments())
                        .setViewportSize(Device.NARROWEST, 700)
                        .setLocale("kk"));
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }
}
