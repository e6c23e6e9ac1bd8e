package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Who cannot take part, or must not, is told why and what to do, in every language.
@ExtendWith(Chromium.class)
class RefusalTest {

    @TempDir static Path data;

    private static Trial trial;
    private static String code;

    private Device device;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
        trial.open("refusals");
        code = trial.codes("refusals", Trial.DIGITAL, 1).getFirst();
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

    @Test
    void keysThatAreNotTheLinksAreRefused() {
        String fingerprint = trial.fingerprint("refusals");
        String other = (fingerprint.startsWith("A") ? "B" : "A") + fingerprint.substring(1);

        Page page =
                device.open(
                        trial.link("refusals", code).replace("fp=" + fingerprint, "fp=" + other));

        page.locator("#fingerprint-mismatch").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("main button").count()).isZero();
    }

    /// The same link, but a server that hands out a key of its own.
    @Test
    void aServerWithOtherKeysIsFoundOut() {
        device.context()
                .route(
                        "**/surveys/refusals",
                        route -> {
                            var answer = route.fetch();
                            String n =
                                    trial.survey("refusals")
                                            .path("keys")
                                            .path(Trial.AKIMAT)
                                            .path("n")
                                            .asText();
                            String other = n.substring(0, 20) + "AAAA" + n.substring(24);
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setResponse(answer)
                                            .setBody(answer.text().replace(n, other)));
                        });

        Page page = device.open(trial.link("refusals"));

        page.locator("#fingerprint-mismatch").waitFor();
    }

    @Test
    void withoutACheckCodeInTheLinkItIsTyped() {
        String fingerprint = trial.fingerprint("refusals");
        Page page = device.open(trial.link("refusals").replaceFirst("#.*", ""));
        SurveyPage survey = new SurveyPage(page);
        survey.isAt("#fingerprint");
        assertThat(page.locator("main").innerText()).doesNotContain(fingerprint.substring(0, 20));

        page.locator("#fingerprint").fill("A".repeat(20));
        page.locator("#continue").click();
        survey.showsErrorsAt("fingerprint");
        Look.inEveryLanguage(page);

        page.locator("#fingerprint").fill(fingerprint.substring(0, 20).replaceAll("(.{4})", "$1 "));
        page.locator("#continue").click();
        survey.isAt("#shared");
    }

    @Test
    void aRightThatWasUsedOnAnotherDeviceIsToldSo(Browser browser) {
        String once = trial.codes("refusals", Trial.DIGITAL, 2).getFirst();
        Page first = device.open(trial.link("refusals"));
        new SurveyPage(first).onMyOwnDevice().withCode(once, Trial.DIGITAL).answer("q1", 1);
        sendAll(first);
        new SurveyPage(first).receipt();
        try (Device other = Device.phone(browser, trial.address(), "ru")) {
            Page second = other.open(trial.link("refusals"));
            new SurveyPage(second).onMyOwnDevice().withCode(once, Trial.DIGITAL).answer("q1", 1);
            sendAll(second);

            refused(second, "used");
            assertThat(other.posts("/ballots")).isEmpty();
            other.isQuiet();
        }
        assertThat(trial.ballots("refusals"))
                .filteredOn(ballot ->
                        Trial.attribute(ballot, "pk").s().equals("refusals#" + Trial.DIGITAL))
                .hasSize(1);
    }

    @Test
    void anUnknownCodeCanBeMendedWithoutLosingAnAnswer() {
        String good = trial.codes("refusals", Trial.AKIMAT, 1).getFirst();
        Page page = device.open(trial.link("refusals"));
        SurveyPage survey = new SurveyPage(page);
        survey.onMyOwnDevice().withCode("0123-4567-89AB-CDEF-9", Trial.AKIMAT).answer("q1", 2);
        survey.answer("q2", 3);
        sendAll(page);
        refused(page, "unknown_code");

        page.locator("#change-right").click();
        survey.withCode(good, Trial.AKIMAT);
        assertThat(survey.isCheck()).isTrue();
        survey.send();
        survey.receipt();
    }

    /// The key depends on the body, so a wrong one must be told before the right is used up.
    @Test
    void anotherBodysCodeCostsNothing() {
        String good = trial.codes("refusals", Trial.AKIMAT, 2).getFirst();
        Page page = device.open(trial.link("refusals"));
        SurveyPage survey = new SurveyPage(page);
        survey.onMyOwnDevice().withCode(good, Trial.DIGITAL).answer("q3", 2);
        sendAll(page);
        refused(page, "body");

        page.locator("#change-right").click();
        survey.withCode(good, Trial.AKIMAT);
        survey.send();
        survey.receipt();
    }

    @Test
    void whoIsNotEnrolledIsToldWhomToAsk() {
        Page page = device.open(trial.link("refusals"));
        new SurveyPage(page).onMyOwnDevice().withLogin("stranger", Trial.DIGITAL).answer("q1", 2);
        sendAll(page);

        refused(page, "not_enrolled");
    }

    @Test
    void aClosedSurveyIsToldSoBeforeAndAfterAnswering(Browser browser) {
        trial.open("closing");
        String late = trial.codes("closing", Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link("closing"));
        new SurveyPage(page).onMyOwnDevice().withCode(late, Trial.DIGITAL).answer("q1", 2);
        trial.close("closing");
        sendAll(page);
        refused(page, "closed");

        try (Device later = Device.phone(browser, trial.address(), "kk")) {
            Page opened = later.open(trial.link("closing"));
            opened.locator("#stop[data-why=closed]").waitFor();
            Look.inEveryLanguage(opened);
            later.isQuiet();
        }
    }

    /// Slips are handed out before the survey opens; the page says when that is, and keeps the
    /// code.
    @Test
    void beforeItOpensTheSurveySaysWhenAndNothingIsLost() {
        OffsetDateTime opens = OffsetDateTime.now(ZoneOffset.ofHours(5)).plusDays(1);
        trial.open("early", List.of(Trial.DIGITAL), opens);
        String early = trial.codes("early", Trial.DIGITAL, 1).getFirst();
        Page page = device.open(trial.link("early", early));
        SurveyPage survey = new SurveyPage(page);
        survey.isAt("#early");
        Look.inEveryLanguage(page);
        assertThat(page.locator("#early").innerText())
                .contains(opens.format(DateTimeFormatter.ofPattern("HH:mm")))
                .contains(" " + opens.getDayOfMonth() + " ");
        assertThat(page.url()).doesNotContain(early);

        page.reload();
        survey.isAt("#early");
        page.locator("#try-again").click();
        survey.isAt("#early");
        page.locator("#go-on").click();
        survey.onMyOwnDevice();
        assertThat(page.locator("#code").inputValue()).isEqualTo(early);
        survey.next();
        survey.answer("q1", 3);
        sendAll(page);
        refused(page, "not_open");
        assertThat(page.locator("#refused").innerText())
                .contains(opens.format(DateTimeFormatter.ofPattern("HH:mm")));

        page.reload();
        refused(page, "not_open");
        trial.goOnTo(opens.plusMinutes(1));
        page.locator("#try-now").click();

        assertThat(survey.receipt()).isNotBlank();
        assertThat(trial.ballots("early")).hasSize(1);
    }

    /// Whose clock is a day behind is not kept from a survey that is open.
    @Test
    void aClockThatIsBehindKeepsNobodyOut() {
        trial.open("behind");
        OffsetDateTime yesterday = OffsetDateTime.now(ZoneOffset.ofHours(5)).minusDays(1);
        device.context().clock().setFixedTime(yesterday.toString());
        Page page = device.open(trial.link("behind"));
        SurveyPage survey = new SurveyPage(page);
        survey.isAt("#early");

        page.locator("#go-on").click();

        survey.isAt("#shared");
    }

    @Test
    void aLinkThatLeadsNowhereIsToldSo() {
        String address = trial.address() + "/survey.html";
        for (String link : new String[] {"", "?id=nothing#fp=x"}) {
            Page page = device.open(address + link);
            page.locator("#stop").waitFor();
            Look.inEveryLanguage(page);
            page.close();
        }
    }

    @Test
    void theFirstPageLeadsToTheDeskAndExplainsTheLink() {
        Page page = device.open(trial.address() + "/");
        page.locator("a[href='desk.html']").waitFor();
        Look.inEveryLanguage(page);
    }

    private static void sendAll(Page page) {
        SurveyPage survey = new SurveyPage(page);
        survey.skipToTheCheck().send();
    }

    private static void refused(Page page, String reason) {
        page.locator("#refused[data-reason=" + reason + "]").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("#receipt").count()).isZero();
    }
}
