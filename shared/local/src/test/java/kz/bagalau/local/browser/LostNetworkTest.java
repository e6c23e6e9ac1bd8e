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
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        BrowserContext first = launch(browsers, profile);
        Page page = Device.of(first, trial.address()).open(trial.link("killed", code));
        toTheCheck(page);
        List<String> claims = swallowAnswers(first, "**/code-tokens");
        new SurveyPage(page).send();
        page.waitForCondition(() -> !claims.isEmpty());

        processesOf(profile).forEach(ProcessHandle::destroyForcibly);

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

    /// The right is used up, and a proxy puts a page of its own in place of the signature.
    @Test
    void aClaimWhoseAnswerAProxyReplacedGoesOnWithTheSameBytes() {
        trial.open("replaced");
        String code = trial.codes("replaced", Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link("replaced", code));
        toTheCheck(page);
        device.context()
                .route(
                        "**/code-tokens",
                        route -> {
                            assertThat(route.fetch().status()).isEqualTo(200);
                            route.fulfill(blocked(403));
                        });
        new SurveyPage(page).send();
        refusedOnTheWay(page);
        assertThat(page.locator("#back").count()).isZero();

        page.locator("#try-now").click();
        page.waitForCondition(() -> device.posts("/code-tokens").size() == 2);
        refusedOnTheWay(page);
        device.context().unrouteAll();
        page.locator("#try-now").click();

        assertThat(new SurveyPage(page).receipt()).isNotBlank();
        List<Request> claims = device.posts("/code-tokens");
        assertThat(claims)
                .extracting(Request::postData)
                .hasSize(3)
                .containsOnly(claims.getFirst().postData());
        assertThat(trial.ballots("replaced")).hasSize(1);
    }

    /// The token is got, and what is asked for the ballot is no server of ours.
    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 413})
    void aBallotRefusedOnTheWayGoesAfterAReload(int status) {
        String survey = "blocked-" + status;
        trial.open(survey);
        String code = trial.codes(survey, Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link(survey, code));
        toTheCheck(page);
        device.context().route("**/ballots", route -> route.fulfill(blocked(status)));
        new SurveyPage(page).send();
        refusedOnTheWay(page);

        device.context().unrouteAll();
        page.reload();

        assertThat(new SurveyPage(page).receipt()).isNotBlank();
        assertThat(device.posts("/code-tokens")).hasSize(1);
        assertThat(device.posts("/ballots"))
                .extracting(Request::postData)
                .hasSize(2)
                .containsOnly(device.posts("/ballots").getFirst().postData());
        assertThat(trial.ballots(survey)).hasSize(1);
    }

    /// A firewall may find fault with the words of a ballot, which it will again.
    @Test
    void aBallotRefusedOnTheWayCanBeSentWithOtherAnswers() {
        trial.open("words");
        String code = trial.codes("words", Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link("words", code));
        toTheCheck(page);
        device.context()
                .route(
                        "**/ballots",
                        route -> {
                            if (route.request().postData().contains("\"q1\":4")) {
                                route.fulfill(blocked(403));
                            } else {
                                route.resume();
                            }
                        });
        new SurveyPage(page).send();
        refusedOnTheWay(page);

        SurveyPage survey = new SurveyPage(page);
        survey.leave(() -> page.locator("#back").click());
        page.locator("#change-q1").click();
        survey.answer("q1", 2).next();
        survey.send();

        assertThat(survey.receipt()).isNotBlank();
        assertThat(device.posts("/code-tokens")).hasSize(1);
        assertThat(trial.ballots("words")).hasSize(1);
    }

    /// API Gateway's authorizer refuses a login that has run out, in a word of its own.
    @Test
    void aLoginThatRanOutIsAskedForAgainAndTheBallotGoes() {
        trial.open("expired");
        trial.enrol("expired", Trial.DIGITAL, "aigerim");
        Page page = device.open(trial.link("expired"));
        new SurveyPage(page)
                .onMyOwnDevice()
                .withLogin("aigerim", Trial.DIGITAL)
                .answer("q1", 4)
                .skipToTheCheck();
        device.context()
                .route(
                        "**/tokens",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setStatus(401)
                                                .setContentType("application/json")
                                                .setBody("{\"message\":\"Unauthorized\"}")));
        new SurveyPage(page).send();
        page.locator("#login").waitFor();
        Look.inEveryLanguage(page);

        device.context().unrouteAll();
        page.locator("#login").click();
        IssuerPage.logIn(page, "aigerim", "employee", Trial.DIGITAL);

        assertThat(new SurveyPage(page).receipt()).isNotBlank();
        assertThat(device.posts("/tokens"))
                .extracting(Request::postData)
                .hasSize(2)
                .containsOnly(device.posts("/tokens").getFirst().postData());
        assertThat(trial.ballots("expired")).hasSize(1);
    }

    /// Whoever comes next with a slip of their own is not told the receipt of what waits here.
    @Test
    void aBallotSealedWithAnotherCodeIsNotTakenForTheNextPersons() {
        trial.open("next");
        List<String> codes = trial.codes("next", Trial.DIGITAL, 2);
        Page page = device.open(trial.link("next"));
        SurveyPage first = new SurveyPage(page);
        first.onASharedDevice().withCode(codes.getFirst(), Trial.DIGITAL).answer("q1", 4);
        device.context().route("**/code-tokens", route -> route.fulfill(blocked(403)));
        first.skipToTheCheck().send();
        refusedOnTheWay(page);
        device.context().unrouteAll();

        Page another = device.open(trial.link("next", codes.getLast()));
        another.locator("#waiting-erase").click();
        SurveyPage next = new SurveyPage(another);
        next.onASharedDevice();
        assertThat(another.locator("#code").inputValue()).isEqualTo(codes.getLast());
        another.locator("#body").selectOption(Trial.DIGITAL);
        next.next();
        next.answer("q1", 1).skipToTheCheck().send();

        assertThat(next.receipt()).isNotBlank();
        assertThat(device.posts("/code-tokens"))
                .extracting(claim -> Json.read(claim.postData()).path("code").asText())
                .containsExactly(code(codes.getFirst()), code(codes.getLast()));
    }

    @Test
    void aBallotSealedWithAnotherCodeGoesWhenItsOwnerSaysSo() {
        trial.open("owner");
        List<String> codes = trial.codes("owner", Trial.DIGITAL, 2);
        Page page = device.open(trial.link("owner", codes.getFirst()));
        toTheCheck(page);
        device.context().route("**/code-tokens", route -> route.fulfill(blocked(403)));
        new SurveyPage(page).send();
        refusedOnTheWay(page);
        device.context().unrouteAll();

        Page again = device.open(trial.link("owner", codes.getLast()));
        again.locator("#waiting-mine").click();

        assertThat(new SurveyPage(again).receipt()).isNotBlank();
        assertThat(trial.ballots("owner")).hasSize(1);
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

    private static String code(String printed) {
        return printed.replace("-", "");
    }

    private static void refusedOnTheWay(Page page) {
        page.locator("#refused[data-reason=other]").waitFor();
        Look.inEveryLanguage(page);
    }

    /// What a firewall or an office's proxy answers in the server's place.
    private static Route.FulfillOptions blocked(int status) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("text/html")
                .setBody("<html><h1>Request blocked</h1></html>");
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

    /// The browser that was started with this profile, and what it started. Other test classes run
    /// browsers of their own.
    private static Set<ProcessHandle> processesOf(Path profile) {
        Set<ProcessHandle> browser =
                ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("" + profile))
                        .flatMap(
                                process -> Stream.concat(Stream.of(process), process.descendants()))
                        .collect(Collectors.toSet());
        assertThat(browser).isNotEmpty();
        return browser;
    }
}
