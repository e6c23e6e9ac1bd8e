package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.lambda.codes.SlipCode;
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

/// The leaver's page on a small phone: from the link to the answers received, and everything that
/// may come between.
@ExtendWith(Chromium.class)
class ExitPageTest {

    private static final AtomicInteger PERSON = new AtomicInteger();

    @TempDir static Path data;

    private static Trial trial;

    private Device device;
    private Page page;
    private SurveyPage steps;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @BeforeEach
    void aPhone(Browser browser) {
        device = Device.phone(browser, trial.address(), "kk");
        page = device.context().newPage();
        page.onDialog(Dialog::accept);
        steps = new SurveyPage(page);
    }

    @AfterEach
    void nothingWasAmiss() {
        device.isQuiet();
        device.close();
    }

    @Test
    void withTheCodeOfALink_everyPageIsReadableInThreeLanguages() {
        String code = code();
        open("#code=" + code);
        Look.inEveryLanguage(page);
        assertThat(page.url()).as("the next person must not find it").doesNotContain(code);
        steps.onMyOwnDevice();
        while (!steps.isCheck()) {
            Look.inEveryLanguage(page);
            answerThisPage();
            steps.next();
        }
        Look.inEveryLanguage(page);

        steps.send();

        received();
        Look.inEveryLanguage(page);
        assertThat(kept()).doesNotContain("exit.q").doesNotContain(code);
        assertThat(taken(code)).isEqualTo(1);
    }

    @Test
    void aTypedCode_isReadAsItIsMeant_andAMistakeIsToldAtTheField() {
        String code = code();
        open("");
        steps.onMyOwnDevice();
        page.locator("#continue").click();
        steps.showsErrorsAt("right");
        page.locator("#right-code").check();
        page.locator("#code").fill("1234");
        page.locator("#continue").click();
        steps.showsErrorsAt("code");
        Look.inEveryLanguage(page);

        page.locator("#code").fill(code.toLowerCase(Locale.ROOT).replace("-", " "));
        steps.next();
        answerAll();
        steps.send();

        received();
    }

    @Test
    void whatMustBeAnswered_isAskedForBeforeThePageGoesOn() {
        open("#code=" + code());
        steps.onMyOwnDevice();

        page.locator("#continue").click();
        steps.showsErrorsAt("exit.q1.sphere");
        Look.inEveryLanguage(page);
        page.locator("[id='exit.q1.pay-exit.q1.pay.low']").check();
        steps.next();
        page.locator("#continue").click();
        steps.showsErrorsAt("q2", "q3", "q4");
    }

    @Test
    void onOnesOwnDevice_theDraftGoesOnAfterAReload() {
        open("#code=" + code());
        steps.onMyOwnDevice();
        page.locator("[id='exit.q1.pay-exit.q1.pay.low']").check();
        page.waitForCondition(() -> kept().contains("exit.q1.pay.low"));

        page.reload();
        steps.isAt("#draft-continue");
        Look.inEveryLanguage(page);
        steps.leave(() -> page.locator("#draft-continue").click());

        assertThat(page.locator("[id='exit.q1.pay-exit.q1.pay.low']").isChecked()).isTrue();
        answerAll();
        steps.send();
        received();
    }

    @Test
    void onASharedDevice_nothingIsKeptWhileAnswering() {
        String code = code();
        open("#code=" + code);
        steps.onASharedDevice();
        answerThisPage();
        steps.next();

        assertThat(kept()).doesNotContain("exit.q").doesNotContain(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", "Escape"})
    void leavingThePage_erasesTheDraftAtOnce_andThereIsNoWayBack(String by) {
        open("#code=" + code());
        steps.onMyOwnDevice();
        page.locator("[id='exit.q1.ethics-exit.q1.ethics.conflict']").check();
        page.waitForCondition(() -> kept().contains("ethics.conflict"));
        steps.next();

        if (by.equals("button")) {
            page.locator("#leave").click();
        } else {
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Escape");
            }
        }

        page.waitForURL("about:blank");
        page.goBack();
        assertThat(page.url()).as("nothing of the page is in the history").contains("about:blank");
        open("");
        steps.isAt("#shared");
        assertThat(kept()).doesNotContain("exit.q");
    }

    @Test
    void leavingThePage_worksWithoutNetwork() {
        open("#code=" + code());
        steps.onMyOwnDevice();
        answerThisPage();
        device.context().setOffline(true);

        page.locator("#leave").click();

        page.waitForURL("about:blank");
        device.context().setOffline(false);
    }

    @Test
    void answersWhoseAnswerIsLost_areTakenOnce() {
        String code = code();
        open("#code=" + code);
        steps.onMyOwnDevice();
        answerAll();
        List<String> sent = new ArrayList<>();
        device.context()
                .route(
                        "**/by-code",
                        route -> {
                            sent.add(route.request().postData());
                            route.fetch();
                            route.abort("connectionreset");
                        });
        steps.send();
        page.locator("#try-now").waitFor();
        Look.inEveryLanguage(page);
        page.waitForCondition(() -> !sent.isEmpty());

        // The tab is reloaded before any answer came.
        device.context().unrouteAll();
        page.reload();

        received();
        assertThat(taken(code)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void whatSomebodyOnTheWayAnswers_isNoEnd(int status) {
        String code = code();
        open("#code=" + code);
        steps.onASharedDevice();
        answerAll();
        device.context()
                .route(
                        "**/by-code",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setStatus(status)
                                                .setContentType("application/json")
                                                .setBody("{}")));
        steps.send();
        page.locator("#try-now").waitFor();
        Look.inEveryLanguage(page);
        assertThat(taken(code)).isZero();

        device.context().unrouteAll();
        page.reload();

        received();
        assertThat(taken(code)).isEqualTo(1);
    }

    @Test
    void aTabKilledAfterSend_sendsTheSameFromTheNext() {
        String code = code();
        open("#code=" + code);
        steps.onMyOwnDevice();
        answerAll();
        device.context().setOffline(true);
        steps.send();
        page.locator("#try-now").waitFor();
        page.close();
        device.context().setOffline(false);

        page = device.open(trial.address() + "/exit.html");
        received();

        assertThat(taken(code)).isEqualTo(1);
    }

    @Test
    void whoLogsIn_isAskedToLogInAgainForWhatATabLeft() {
        String person = person();
        trial.leaverWithLogin(person);
        open("");
        steps.onMyOwnDevice();
        page.locator("#right-login").check();
        page.locator("#continue").click();
        IssuerPage.logIn(page, person, "employee", Trial.DIGITAL);
        steps.isAt("[id='exit.q1.sphere']");
        assertThat(page.locator("#about").innerText()).contains("Цифрлық даму министрлігі");
        Look.inEveryLanguage(page);
        answerAll();
        device.context().setOffline(true);
        steps.send();
        page.locator("#try-now").waitFor();
        page.close();
        device.context().setOffline(false);

        page = device.open(trial.address() + "/exit.html");
        page.locator("#login").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#login").click();
        IssuerPage.logIn(page, person, "employee", Trial.DIGITAL);

        received();
    }

    @Test
    void whoWasNotAnnounced_isToldBeforeAnswering() {
        open("");
        steps.onMyOwnDevice();
        page.locator("#right-login").check();
        page.locator("#continue").click();
        IssuerPage.logIn(page, "nobody-leaves", "employee", Trial.DIGITAL);

        page.locator("#stop[data-why='not_invited']").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void aWrongCode_isFoundBeforeTheQuestions() {
        String code = code();
        open("#code=0000-0000-0000-0000-0");
        steps.onMyOwnDevice();
        steps.showsErrorsAt("code");
        Look.inEveryLanguage(page);

        page.locator("#code").fill("ZZZZ-ZZZZ-ZZZZ-ZZZZ-M");
        page.locator("#continue").click();
        steps.showsErrorsAt("code");
        page.locator("#code").fill(code);
        steps.next();
        answerAll();
        steps.send();

        received();
    }

    @Test
    void aCodeThatBecomesVoidMeanwhile_costsNoAnswers() {
        JsonNode leaver = trial.leaverBySlip(person());
        open("#code=" + leaver.path("code").asText());
        steps.onMyOwnDevice();
        answerAll();
        String code = trial.anotherCode(leaver.path("id").asText());
        steps.send();
        page.locator("#refused[data-reason='unknown_code']").waitFor();
        Look.inEveryLanguage(page);

        steps.leave(() -> page.locator("#change-right").click());
        page.locator("#code").fill(code);
        steps.next();
        steps.send();

        received();
        assertThat(taken(code)).isEqualTo(1);
    }

    @Test
    void aUsedCode_isFoundBeforeTheQuestions_andSaysWhoToTurnTo() {
        String code = code();
        assertThat(trial.answer(code)).isEqualTo(201);
        open("#code=" + code);
        steps.onMyOwnDevice();

        page.locator("#stop[data-why='given']").waitFor();
        assertThat(page.locator("#stop").innerText()).contains("агенттігіне");
        Look.inEveryLanguage(page);
        page.locator("#another-code").click();
        page.locator("#code").fill(code());
        steps.next();
        steps.isAt("[id='exit.q1.sphere']");
    }

    @Test
    void whoLogsInAgain_learnsBeforeTheQuestions_thatTheInterviewIsGiven() {
        String person = person();
        trial.leaverWithLogin(person);
        for (int times = 0; times < 2; times++) {
            page.navigate("about:blank");
            open("");
            steps.onMyOwnDevice();
            page.locator("#right-login").check();
            page.locator("#continue").click();
            IssuerPage.logIn(page, person, "employee", Trial.DIGITAL);
            if (times == 0) {
                steps.isAt("[id='exit.q1.sphere']");
                answerAll();
                steps.send();
                received();
            }
        }

        page.locator("#stop[data-why='given']").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void whoseCodeIsUsedMeanwhile_isToldSo_andNothingStaysOnTheDevice() {
        String code = code();
        open("#code=" + code);
        steps.onMyOwnDevice();
        page.locator("[id='exit.q1.family-exit.q1.family.marriage']").check();
        answerAll();
        assertThat(trial.answer(code)).isEqualTo(201);
        steps.send();

        page.locator("#refused[data-reason='given']").waitFor();
        Look.inEveryLanguage(page);
        assertThat(kept()).doesNotContain("exit.q");
    }

    private void open(String fragment) {
        page.navigate(trial.address() + "/exit.html" + fragment);
    }

    private static String person() {
        return "leaver-" + PERSON.incrementAndGet();
    }

    private String code() {
        return trial.leaver(person());
    }

    private void answerAll() {
        while (!steps.isCheck()) {
            answerThisPage();
            steps.next();
        }
    }

    /// The first option of every question that has none yet; of the reasons one is enough.
    private void answerThisPage() {
        if (page.locator("#question-q1").isVisible()) {
            if (page.locator("#question-q1 input:checked").count() == 0) {
                page.locator("#question-q1 input").nth(3).check();
            }
            return;
        }
        page.locator("main fieldset")
                .all()
                .forEach(question -> question.locator("input").first().check());
    }

    private void received() {
        page.locator("#received").waitFor();
    }

    /// How many interviews were taken of the leaver with this code.
    private static long taken(String code) {
        String hash = new SlipCode(code).hash();
        String id =
                trial.items("ExitInterviews").stream()
                        .filter(item -> Trial.attribute(item, "pk").s().equals("code#" + hash))
                        .map(item -> Trial.attribute(item, "id").s())
                        .findFirst()
                        .orElseThrow();
        return trial.interviews().stream()
                .filter(item -> Trial.attribute(item, "sk").s().equals(id))
                .count();
    }

    private String kept() {
        return (String)
                page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)");
    }
}
