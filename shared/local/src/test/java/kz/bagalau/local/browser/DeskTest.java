package kz.bagalau.local.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The Agency and the personnel services at their desk: a survey from its opening to its results.
@ExtendWith(Chromium.class)
class DeskTest {

    @RegisterExtension static final Office OFFICE = new Office();

    @Test
    void theAgencyOpensASurveyAndItsLinkWorks(Browser browser) {
        Page page = logIn("agency", "");
        page.locator("#open-survey").click();
        page.locator("#open-submit").waitFor();
        page.locator("#year").fill("");
        page.locator("#open-submit").click();
        new SurveyPage(page).showsErrorsAt("year", "bodies");
        Look.inEveryLanguage(page);

        page.locator("#year").fill("2051");
        page.locator("#id").fill("from-the-desk");
        page.locator("#bodies-" + Trial.DIGITAL).check();
        page.locator("#open-submit").click();

        page.locator("#survey-link").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("#fingerprint").innerText().replaceAll("\\s", ""))
                .isEqualTo(trial().fingerprint("from-the-desk"));
        String link = page.locator("#survey-link").getAttribute("href");
        assertThat(link).isEqualTo(trial().link("from-the-desk"));
        try (Device phone = Device.phone(browser, trial().address(), "ru")) {
            new SurveyPage(phone.open(link)).isAt("#shared");
            phone.isQuiet();
        }
        Office.enter(page, "#/");
        page.locator("#surveys").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void anOrderWhoseAnswerWasLost_isStillThereAfterAReload_andGoesAgain() {
        Page page = logIn("agency", "#/open");
        page.locator("#year").fill("2052");
        page.locator("#minimumGroup").fill("7");
        page.locator("#bodies-" + Trial.DIGITAL).check();
        page.locator("#pool-" + Trial.DIGITAL).fill("together");
        OFFICE.loseAnswersOf("**/surveys");
        page.locator("#open-submit").click();
        page.locator("#error-summary").waitFor();
        OFFICE.device().context().unrouteAll();
        page.reload();

        page.locator("#open-submit").waitFor();
        assertThat(page.locator("#minimumGroup").inputValue()).isEqualTo("7");
        assertThat(page.locator("#pool-" + Trial.DIGITAL).inputValue()).isEqualTo("together");
        page.locator("#open-submit").click();
        page.locator("#survey-link").waitFor();
        page.navigate(trial().address() + "/desk.html#/open");
        page.locator("#open-submit").waitFor();
        assertThat(page.locator("#bodies-" + Trial.DIGITAL).isChecked()).isFalse();
    }

    @Test
    void whatTheServerRefusesIsShownAtItsField() {
        trial().open("taken");
        Page page = logIn("agency", "#/open");
        page.locator("#year").fill("2026");
        page.locator("#id").fill("taken");
        page.locator("#bodies-" + Trial.DIGITAL).check();
        page.locator("#minimumGroup").fill("2");
        page.locator("#open-submit").click();

        new SurveyPage(page).showsErrorsAt("minimumGroup");
    }

    @Test
    void aSlipsQrCodeLeadsToABallot(Browser browser) throws Exception {
        trial().open("slips");
        OFFICE.atADesktop();
        Page page = logIn("agency", "#/surveys/slips/slips");
        page.locator("#slips-submit").click();
        new SurveyPage(page).showsErrorsAt("count");
        Look.inEveryLanguage(page);
        page.locator("#body").selectOption(Trial.AKIMAT);
        page.locator("#count").fill("3");
        page.locator("#slips-submit").click();
        page.locator("#slips").waitFor();
        Look.inEveryLanguage(page);

        assertThat(page.locator(".slip").count()).isEqualTo(3);
        String link = decoded(page.locator("svg.qr").first());
        String code = page.locator(".slip-code").first().innerText().replace("-", "");
        assertThat(link).startsWith(trial().link("slips")).contains("code=" + code);
        try (Device phone = Device.phone(browser, trial().address(), "kk")) {
            SurveyPage survey = new SurveyPage(phone.open(link));
            survey.onMyOwnDevice();
            survey.next();
            survey.answer("q1", 4).skipToTheCheck().send();
            survey.receipt();
            phone.isQuiet();
        }
        assertThat(trial().ballots("slips")).hasSize(1);

        String batch = page.locator("#batch").innerText();
        page.locator("#slips-forget").click();
        page.locator("#void-batch").fill(batch);
        page.locator("#void-submit").click();
        // One of the three was used.
        page.locator("main .note-good").getByText("2").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void thePersonnelServiceEnrolsItsPeopleAndFollowsTheTurnout() {
        trial().open("turnout");
        trial().othersVote("turnout", Trial.DIGITAL, 7);
        Page page = logIn("hr", Trial.DIGITAL, "#/surveys/turnout/people");
        page.locator("#people-submit").click();
        new SurveyPage(page).showsErrorsAt("people");
        Look.inEveryLanguage(page);

        page.locator("#people").fill("aigerim\n\naigerim\n");
        page.locator("#people-file")
                .setInputFiles(
                        new FilePayload(
                                "people.csv",
                                "text/csv",
                                "daniyar;Данияр Оспанов\n".getBytes(UTF_8)));
        page.waitForCondition(
                () -> page.locator("#people").inputValue().equals("aigerim\n\naigerim\ndaniyar"));
        page.reload();
        page.locator("#people").waitFor();
        assertThat(page.locator("#people").inputValue()).isEqualTo("aigerim\n\naigerim\ndaniyar");
        page.locator("#people-submit").click();

        page.locator("#enrolled").waitFor();
        assertThat(page.locator("#enrolled").innerText()).contains("2");
        assertThat(page.evaluate("JSON.stringify(sessionStorage)").toString())
                .doesNotContain("daniyar");
        Look.inEveryLanguage(page);
        page.locator("a[href='#/surveys/turnout/turnout']").click();
        page.locator("#turnout").waitFor();
        Look.inEveryLanguage(page);
        // Seven, told in fives.
        assertThat(page.locator("#turnout-total").innerText()).contains("5").doesNotContain("7");
        assertThat(page.locator("a[href='#/surveys/turnout/slips']").count()).isZero();
        assertThat(page.locator("#close").count()).isZero();
    }

    @Test
    void theAgencyClosesAndReadsTheResults() {
        trial().open("results");
        trial().othersVote("results", Trial.DIGITAL, 23);
        trial().othersVote("results", Trial.AKIMAT, 4);
        Page page = logIn("agency", "#/surveys/results");
        page.locator("#close").click();
        page.locator("#close-yes").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#close-yes").click();
        page.locator("[data-state=CLOSING]").waitFor();
        Look.inEveryLanguage(page);
        page.locator("a[href='#/surveys/results/results']").click();
        page.locator("#results-wait").waitFor();
        trial().count();
        page.reload();

        page.locator("#body").selectOption(Trial.DIGITAL);
        page.locator("#indicators").waitFor();
        Look.inEveryLanguage(page);
        JsonNode told = trial().results("results", Trial.DIGITAL);
        assertThat(told.path("indicators")).hasSize(6);
        for (JsonNode indicator : told.path("indicators")) {
            assertThat(indicator.path("outcome").asText()).isEqualTo("SCORED");
            Locator card = page.locator("[data-indicator='" + indicator.path("id").asText() + "']");
            assertThat(card.innerText())
                    .contains(indicator.path("symbol").asText())
                    .contains(indicator.path("citation").asText());
            assertThat(card.locator(".working").innerText()).contains("=");
            assertThat(card.locator(".points strong").innerText()).matches("\\d+,\\d{2}");
        }
        assertThat(page.locator("#ballots").innerText()).isEqualTo("23");
        assertThat(page.locator("[data-statement=q1] .bar").count()).isEqualTo(4);
        assertThat(page.locator("#texts li").count()).isEqualTo(23);

        page.locator("#cut").selectOption("sex");
        page.locator("[data-statement=q1] thead th").nth(3).waitFor();
        Look.inEveryLanguage(page);

        page.locator("#cut").selectOption("");
        page.locator("#body").selectOption(Trial.AKIMAT);
        page.locator("[data-statement=q1] [data-reason=BELOW_MINIMUM]").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("[data-statement=q1] table").count()).isZero();
        assertThat(page.locator(".points").allInnerTexts())
                .hasSize(6)
                .allSatisfy(points -> assertThat(points).startsWith("–"));
    }

    @Test
    void anotherBodysPersonnelServiceSeesNothingOfIt() {
        trial().open("not-theirs", List.of(Trial.DIGITAL));
        trial().othersVote("not-theirs", Trial.DIGITAL, 11);
        Page page = logIn("hr", Trial.AKIMAT, "");
        page.locator("h1").waitFor();
        page.waitForCondition(() -> page.locator(".loading").count() == 0);
        assertThat(page.locator("main").innerText()).doesNotContain("not-theirs");

        List<Integer> answered = new ArrayList<>();
        OFFICE.device()
                .context()
                .onResponse(response -> {
                    if (isTold(response)) {
                        answered.add(response.status());
                    }
                });
        for (String part : List.of("turnout", "results", "people", "slips")) {
            page.navigate(trial().address() + "/desk.html#/surveys/not-theirs/" + part);
            page.reload();
            page.locator("h1").waitFor();
            page.waitForCondition(() -> page.locator(".loading").count() == 0);
            assertThat(page.locator("#indicators, #turnout, #people, #slips-submit").count())
                    .isZero();
        }
        assertThat(answered).doesNotContain(200);
    }

    @Test
    void theAgencyKeepsTheDirectoryOfBodies() {
        Page page = logIn("agency", "#/bodies");
        page.locator("#bodies").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#body-add").click();
        page.locator("#body-save").click();
        page.locator("#error-summary").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#body-id").fill("revision-commission");
        for (String language : List.of("kk", "ru", "en")) {
            page.locator("#name-" + language).fill("Тексеру комиссиясы");
        }
        page.locator("#territory").fill("north");
        page.locator("#headcount").fill("44");
        page.locator("#body-save").click();

        page.locator("#bodies tr:has-text('revision-commission') button").click();
        assertThat(page.locator("#territory").inputValue()).isEqualTo("north");
    }

    /// Two people have the same body before them; whoever saves second sees what the first saved.
    @Test
    void aBodyThatAnotherChanged_isShownBesideWhatWasTyped() {
        Page page = logIn("agency", "#/bodies");
        page.locator("#bodies tr:has-text('" + Trial.AKIMAT + "') button").click();
        String before = page.locator("#headcount").inputValue();
        Page other = page.context().newPage();
        other.navigate(page.url());
        other.locator("#login").click();
        IssuerPage.logIn(other, "desk-agency", "agency", "");
        other.locator("#bodies tr:has-text('" + Trial.AKIMAT + "') button").click();
        other.locator("#headcount").fill("71");
        other.locator("#body-save").click();
        other.locator("#bodies").waitFor();
        other.close();

        page.locator("#headcount").fill("72");
        page.locator("#body-save").click();
        page.locator("#conflict").waitFor();
        assertThat(page.locator("#theirs").innerText()).contains("71");
        assertThat(page.locator("#mine").innerText()).contains("72");
        assertThat(page.locator("#headcount").inputValue()).isEqualTo("72");
        Look.inEveryLanguage(page);
        page.locator("#keep-mine").click();

        page.locator("#bodies tr:has-text('" + Trial.AKIMAT + "'):has-text('72') button").click();
        page.locator("#headcount").fill(before);
        page.locator("#body-save").click();
        page.locator("#bodies").waitFor();
    }

    @Test
    void onAPhoneManyRoomsAreShownOnDemand() {
        Page page = OFFICE.logIn("hr", Trial.DIGITAL, "#/home");
        Locator reports = page.locator("nav.rooms a[href='#/reports']");
        page.locator("#menu[aria-expanded='false']").waitFor();
        assertThat(reports.isVisible()).isFalse();

        page.locator("#menu").click();
        reports.click();

        page.locator("#menu[aria-expanded='false']").waitFor();
        assertThat(reports.getAttribute("aria-current")).isEqualTo("page");
        assertThat(reports.isVisible()).isFalse();
        page.locator("#menu").click();
        reports.waitFor();
        Look.inEveryLanguage(page);
        page.setViewportSize(1280, 700);
        assertThat(page.locator("#menu").isVisible()).isFalse();
        assertThat(reports.isVisible()).isTrue();
    }

    @Test
    void anEmployeeBeginsWithTheirOwnWork() {
        Page page = logIn("employee", "");
        page.locator("#no-tasks").waitFor();
        assertThat(page.locator("nav.rooms a[aria-current]").getAttribute("href"))
                .isEqualTo("#/home");
        assertThat(
                        page.locator("nav.rooms a").all().stream()
                                .map(link -> link.getAttribute("href")))
                .containsExactly("#/home", "#/appraisals", "#/kpi", "#/worktime", "#/monitoring");
        Look.inEveryLanguage(page);
        page.locator("#logout").click();
        page.locator("#login").waitFor();
        Look.inEveryLanguage(page);
    }

    private static Trial trial() {
        return OFFICE.trial();
    }

    private static Page logIn(String role, String room) {
        return logIn(role, "", room);
    }

    private static Page logIn(String role, String body, String room) {
        return OFFICE.logIn(role, body, room);
    }

    private static boolean isTold(Response response) {
        return response.url().contains("/results") || response.url().contains("/turnout");
    }

    private static String decoded(Locator qr) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(qr.screenshot()));
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source =
                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return read(new HybridBinarizer(source));
        } catch (ReaderException unreadable) {
            return read(new GlobalHistogramBinarizer(source)); // each misreads some clean pictures
        }
    }

    private static String read(Binarizer picture) throws ReaderException {
        return new QRCodeReader().decode(new BinaryBitmap(picture)).getText();
    }
}
