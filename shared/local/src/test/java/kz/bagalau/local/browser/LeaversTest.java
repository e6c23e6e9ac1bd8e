package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import kz.bagalau.local.Trial;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Exit interviews at the desk: a personnel service announces, a territorial unit enters papers,
/// and the Agency reads why people left.
@ExtendWith(Chromium.class)
class LeaversTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.ofHours(5));
    private static final int YEAR = TODAY.getYear();
    private static final String OF_THIS_YEAR = "?year=" + YEAR;
    private static final String ANNOUNCE = "#/exit/list/announce";

    @Test
    void aSlip_isShownOnce_andItsLinkLeadsToTheInterview(Browser browser) {
        Page page = personnel(Trial.DIGITAL, "#/exit" + OF_THIS_YEAR);
        page.locator("#announce").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#announce").click();
        page.locator("#announce-submit").click();
        new SurveyPage(page).showsErrorsAt("person", "leavingOn", "left", "ground");
        Look.inEveryLanguage(page);

        fill(page, "by-slip");
        page.locator("#deliver-PRINT").check();
        Look.inEveryLanguage(page);
        page.locator("#announce-submit").click();

        page.locator("#slip").waitFor();
        Look.inEveryLanguage(page);
        String code = page.locator(".slip-code").innerText();
        String link = page.locator("#slip-link").getAttribute("href");
        assertThat(link).isEqualTo(trial().address() + "/exit.html#code=" + code.replace("-", ""));
        try (Device phone = Device.phone(browser, trial().address(), "ru")) {
            new SurveyPage(phone.open(link)).isAt("#shared");
            phone.isQuiet();
        }

        page.locator("#slip-forget").click();
        page.locator("#way[data-way='PRINT']").waitFor();
        Look.inEveryLanguage(page);
        page.reload();
        page.locator("#way[data-way='PRINT']").waitFor();
        assertThat(page.content() + kept(page)).doesNotContain(code, code.replace("-", ""));
        page.locator("#back").click();
        page.locator("#leavers tr[data-way='PRINT']").getByText("by-slip").waitFor();
        Look.inEveryLanguage(page);

        String before = page.locator("#leavers").innerText();
        assertThat(trial().answer(code)).isEqualTo(201);
        page.reload();
        page.locator("#leavers").waitFor();
        assertThat(page.locator("#leavers").innerText())
                .as("it does not tell who has answered")
                .isEqualTo(before);
    }

    /// The answer is lost on its way: sent again it is the same announcement, whose code nobody
    /// saw.
    @Test
    void aLostAnswer_isToldWithTheWayToAnotherCode() {
        Page page = personnel(Trial.DIGITAL, ANNOUNCE);
        fill(page, "lost-answer");
        page.locator("#deliver-PRINT").check();
        OFFICE.loseAnswersOf("**/exit-interviews");
        page.locator("#announce-submit").click();
        page.locator("#error-summary a[href='#announce-submit']").waitFor();
        OFFICE.device().context().unrouteAll();

        page.locator("#announce-submit").click();
        page.locator("#news[data-news='before']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#another-code").click();
        page.locator("#slip").waitFor();
        String second = page.locator(".slip-code").innerText();
        page.locator("#slip-forget").click();
        page.locator("#another-code").click();
        page.locator("#slip").waitFor();
        String third = page.locator(".slip-code").innerText();

        assertThat(trial().answer(second)).as("void").isEqualTo(403);
        assertThat(trial().answer(third)).isEqualTo(201);
    }

    @Test
    void whoWasAnnouncedOtherwise_isCorrectedWithdrawnAndRestored_andTheHistoryTellsIt() {
        trial().announce(Trial.leaving(Trial.DIGITAL, "otherwise", TODAY));
        Page page = personnel(Trial.DIGITAL, ANNOUNCE);
        fill(page, "otherwise");
        page.locator("#ground").selectOption("TRANSFER");
        page.locator("#deliver-PRINT").check();
        page.locator("#announce-submit").click();
        page.locator("#standing").waitFor();
        Look.inEveryLanguage(page);

        page.locator("#standing").click();
        page.locator("#correct").click();
        page.locator("#correct-submit").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#ground").selectOption("TRANSFER");
        page.locator("#correct-submit").click();
        new SurveyPage(page).showsErrorsAt("reason");
        page.locator("#reason").fill("The order says so");
        page.locator("#correct-submit").click();
        page.locator("#news[data-news='corrected']").waitFor();
        assertThat(page.locator("#history li[data-what='correct']").innerText())
                .contains("The order says so", "→");

        page.locator("#withdraw summary").click();
        page.locator("#withdraw-submit").click();
        page.locator("#withdraw-reason-error").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#withdraw-reason").fill("Stays after all");
        page.reload();
        page.locator("#withdraw summary").click();
        assertThat(page.locator("#withdraw-reason").inputValue()).isEqualTo("Stays after all");
        page.locator("#withdraw-submit").click();
        page.locator("#way[data-way='WITHDRAWN']").waitFor();
        assertThat(kept(page)).doesNotContain("Stays after all");
        Look.inEveryLanguage(page);

        page.locator("#correct").click();
        page.locator("#reason").fill("Goes after all");
        page.locator("#correct-submit").click();
        page.locator("#way[data-way='PRINT']").waitFor();
        assertThat(page.locator("#history > ol > li").count()).isEqualTo(4);
        Look.inEveryLanguage(page);
    }

    @Test
    void aCorrectionOverAnothersCorrection_isRefused_andLoadedAnew() {
        LocalDate tomorrow = TODAY.plusDays(1);
        trial().announce(Trial.leaving(Trial.DIGITAL, "twice", tomorrow));
        String id =
                trial().announce(Trial.leaving(Trial.DIGITAL, "twice", TODAY)).path("id").asText();
        Page page = personnel(Trial.DIGITAL, "#/exit/list/correct/" + id);
        page.locator("#leavingOn").fill(tomorrow.toString());
        page.locator("#reason").fill("A mistake");
        page.locator("#correct-submit").click();

        page.locator("#reload").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#reload").click();
        page.locator("#reload")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /// What the page says before anything is sent is what the API then does.
    @Test
    void rule7_isToldBeforeSending_asTheApiReadsIt() {
        Page page = personnel(Trial.DIGITAL, ANNOUNCE);
        page.locator("#ground").waitFor();
        List<String> grounds =
                page.locator("#ground option").all().stream()
                        .map(option -> option.getAttribute("value"))
                        .filter(ground -> !ground.isEmpty())
                        .toList();
        assertThat(grounds).hasSize(13);
        for (String ground : grounds) {
            page.locator("#ground").selectOption(ground);
            ObjectNode leaving = Trial.leaving(Trial.DIGITAL, "ground-" + ground, TODAY);
            JsonNode announced = trial().announce(leaving.put("ground", ground));
            String told = page.locator("#rule7").getAttribute("data-rule7");

            assertThat(told.equals("EXEMPT"))
                    .as(ground)
                    .isEqualTo(announced.path("exempt").asBoolean());
            assertThat(told.equals("INTERVIEWED")).as(ground).isEqualTo(announced.has("code"));
            assertThat(page.locator("#medium").isVisible()).isEqualTo(announced.has("code"));
        }

        fill(page, "retires");
        page.locator("#ground").selectOption("RETIREMENT");
        Look.inEveryLanguage(page);
        page.locator("#announce-submit").click();
        page.locator("#way[data-way='EXEMPT']").waitFor();
        Look.inEveryLanguage(page);
    }

    /// From the announcement with the documented failure to the summary that finds too much paper.
    @Test
    void aPaper_isAnnounced_enteredByTheTerritory_andCounted() throws IOException {
        trial().announce(Trial.leaving(Trial.AKIMAT, "electronic", TODAY));
        Page hr = personnel(Trial.AKIMAT, ANNOUNCE);
        fill(hr, "on-paper");
        hr.locator("#medium-PAPER").check();
        hr.locator("#announce-submit").click();
        new SurveyPage(hr).showsErrorsAt("document", "failed", "operator");
        Look.inEveryLanguage(hr);
        hr.locator("#document").fill("№ 17");
        hr.locator("#failed").fill(TODAY.toString());
        hr.locator("#operator").fill("NITEC");
        hr.locator("#announce-submit").click();
        hr.locator("#way[data-way='PAPER']").waitFor();
        Look.inEveryLanguage(hr);
        String number = hr.locator("#number").innerText();

        Page unit = OFFICE.logInAtTerritory(Trial.NORTH, "#/exit" + OF_THIS_YEAR);
        unit.locator("#papers li").first().waitFor();
        Look.inEveryLanguage(unit);
        assertThat(unit.locator("#papers").innerText()).doesNotContain("electronic");
        unit.locator("[data-paper='" + number + "'] .enter-paper").click();
        copy(unit);
        Look.inEveryLanguage(unit);
        OFFICE.loseAnswersOf("**/paper");
        unit.locator("#send").click();
        unit.locator("#try-now").waitFor();
        Look.inEveryLanguage(unit);
        OFFICE.device().context().unrouteAll();
        unit.locator("#try-now").click();
        unit.locator("#received").waitFor();
        Look.inEveryLanguage(unit);
        assertThat(kept(unit)).doesNotContain("exit.q");
        unit.locator("#to-papers").click();
        unit.locator("[data-paper='" + number + "'][data-state='ENTERED']").waitFor();
        assertThat(unit.locator("#papers").innerText()).doesNotContain("exit.q");

        hr.navigate(trial().address() + "/desk.html#/exit/summary" + OF_THIS_YEAR);
        hr.locator("#findings [data-finding='TOO_MUCH_PAPER']").waitFor();
        Look.inEveryLanguage(hr);
        assertThat(hr.locator("[data-figure='paper'] dd").innerText()).isEqualTo("1");
        assertThat(hr.locator("#year-goes-on").isVisible()).isTrue();
        assertThat(hr.locator("#reasons").count()).isZero();
        Download download =
                hr.waitForDownload(() -> hr.locator("[data-file='appendix-1.ru']").click());
        try (InputStream in = Files.newInputStream(download.path());
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Приложение 1");
        }
    }

    @Test
    void aPaperOfABodyOutsideTheTerritories_isEnteredByItsNumber_once() {
        String id =
                trial().announce(
                                Trial.onPaper(Trial.leaving(Trial.DIGITAL, "of-a-ministry", TODAY)))
                        .path("id")
                        .asText();
        Page page = OFFICE.logInAtTerritory("south", "#/exit" + OF_THIS_YEAR);
        page.locator("#no-papers").waitFor();
        page.locator("#by-number").fill("17");
        page.locator("#by-number-go").click();
        page.locator("#by-number-error").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#by-number").fill(id);
        page.locator("#by-number-go").click();
        copy(page);
        page.locator("#send").click();
        page.locator("#received").waitFor();

        page.locator("#to-papers").click();
        page.locator("#by-number").fill(id);
        page.locator("#by-number-go").click();
        page.locator("[id='exit.q1.family-exit.q1.family.marriage']").check();
        copy(page);
        page.locator("#send").click();
        page.locator("#refused[data-reason='given']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#to-papers").click();
        page.locator("#by-number").waitFor();
        assertThat(kept(page)).doesNotContain("exit.q");
    }

    @Test
    void aNumberThatIsNobodys_isRefused_andKeepsWhatWasCopied() {
        Page page =
                OFFICE.logInAtTerritory(
                        Trial.NORTH, "#/exit/papers/0b0e2a51-6d53-4f62-8a0f-6cf0c1c6b7a4");
        copy(page);
        page.locator("#send").click();
        page.locator("#refused[data-reason='other']").waitFor();
        Look.inEveryLanguage(page);

        page.locator("#back").click();
        page.locator("#send").waitFor();
    }

    @Test
    void whoseLoginNamesNoTerritory_isToldSo() {
        Page page = OFFICE.logInAtTerritory("", "#/exit");
        page.locator("#no-territory").waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void theAgency_readsWhyPeopleLeft_andWhyItIsNotToldOfFewerThanFive() {
        LocalDate lastYear = LocalDate.of(YEAR - 1, 5, 12);
        trial().goOnTo(lastYear.atTime(OffsetTime.parse("12:00:00+05:00")));
        for (int number = 0; number < 6; number++) {
            ObjectNode leaving = Trial.leaving(Trial.DIGITAL, "left-" + number, lastYear);
            assertThat(trial().answer(trial().announce(leaving).path("code").asText()))
                    .isEqualTo(201);
        }
        ObjectNode few = Trial.leaving(Trial.AKIMAT, "left-alone", lastYear);
        trial().answer(trial().announce(few).path("code").asText());
        trial().goOnToday();
        trial().tallyExitInterviews();
        String year = "&year=" + (YEAR - 1);

        Page page = OFFICE.logIn("agency", "", "#/exit/summary?" + year.substring(1));
        page.locator("#reasons").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#body").selectOption(Trial.DIGITAL);
        page.locator("#units").waitFor();
        page.locator("[data-option='exit.q1.pay.low']").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("[data-option='exit.q1.pay.low'] td.figure").innerText())
                .isIn("5", "6");
        Download download =
                page.waitForDownload(() -> page.locator("[data-file='appendix-1.kk']").click());
        assertThat(download.suggestedFilename())
                .isEqualTo("appendix-1-min-digital-" + (YEAR - 1) + "-kk.xlsx");

        page.locator("#body").selectOption(Trial.AKIMAT);
        page.locator("#reasons-held").waitFor();
        Look.inEveryLanguage(page);
    }

    /// A leaver of a year that is settled: the personnel service asks, the Agency decides, and both
    /// see what became of it.
    @Test
    void aSettledYear_isChangedOnceTheAgencyConsents() {
        Page page = personnel(Trial.DIGITAL, ANNOUNCE);
        fill(page, "settled");
        page.locator("#leavingOn").fill(LocalDate.of(YEAR - 2, 5, 12).toString());
        page.locator("#deliver-PRINT").check();
        page.locator("#announce-submit").click();
        new SurveyPage(page).showsErrorsAt("reason");
        Look.inEveryLanguage(page);
        page.locator("#reason").fill("The order came late");
        page.locator("#announce-submit").click();
        page.locator("#news[data-news='told_asked']").waitFor();
        assertThat(page.locator("#open").innerText()).contains("settled", "The order came late");
        Look.inEveryLanguage(page);

        Page agency = OFFICE.logIn("agency", "", "#/exit/consents");
        agency.locator("#open").waitFor();
        String id = agency.locator("#open article").first().getAttribute("data-request");
        Look.inEveryLanguage(agency);
        agency.locator("[id='decide-" + id + "']").click();
        new SurveyPage(agency).showsErrorsAt("decision-" + id, "reason-" + id);
        Look.inEveryLanguage(agency);
        agency.locator("[id='decision-" + id + "-CONSENT']").check();
        agency.locator("[id='reason-" + id + "']").fill("The order was seen");
        agency.locator("[id='decide-" + id + "']").click();
        agency.locator("#news[data-news='told_decided']").waitFor();
        agency.locator("#closed [data-state='CONSENTED']").waitFor();
        Look.inEveryLanguage(agency);

        page.reload();
        page.locator("#closed [data-state='CONSENTED']").waitFor();
        assertThat(page.locator("#closed").innerText()).contains("The order was seen");
        trial().tallyExitInterviews();
        assertThat(
                        trial().facts(Trial.DIGITAL, YEAR - 2)
                                .at("/exit.dismissed/source/consented")
                                .asText())
                .contains(id);
    }

    /// Somebody who prints may be asked before the code goes; the tests say yes.
    private static Page personnel(String body, String room) {
        Page page = OFFICE.logIn("hr", body, room);
        page.onDialog(Dialog::accept);
        return page;
    }

    private static void fill(Page page, String person) {
        page.locator("#person").fill(person);
        page.locator("#leavingOn").fill(TODAY.toString());
        page.locator("#left-SERVICE").check();
        page.locator("#ground").selectOption("OWN_WILL");
        page.locator("#unit").fill("Заң басқармасы");
    }

    /// Copies a paper: the first option of every question that has none.
    private static void copy(Page page) {
        SurveyPage steps = new SurveyPage(page);
        while (!steps.isCheck()) {
            page.locator("main fieldset").first().waitFor();
            if (page.locator("#question-q1").isVisible()) {
                if (page.locator("#question-q1 input:checked").count() == 0) {
                    page.locator("#question-q1 input").nth(3).check();
                }
            } else {
                page.locator("main fieldset")
                        .all()
                        .forEach(question -> question.locator("input").first().check());
            }
            steps.next();
        }
    }

    private static String kept(Page page) {
        return (String)
                page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)");
    }

    private static Trial trial() {
        return OFFICE.trial();
    }
}
