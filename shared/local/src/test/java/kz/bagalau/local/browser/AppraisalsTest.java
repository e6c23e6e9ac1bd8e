package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A quarter: its assessor scores people in place, the personnel service sees whose turn it is and
/// names who assesses, the employee reads the result and why it is this one, a session votes on a
/// disputed one, and the year's scores are formed.
@ExtendWith(Chromium.class)
class AppraisalsTest {

    @RegisterExtension static final Office OFFICE = new Office();

    /// Two presses that are nearer in time are one.
    private static final double APART_MS = 600;

    private static final byte[] PAPER = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    private static String quarter = "";

    @BeforeAll
    static void aQuarter() {
        quarter = OFFICE.trial().appraisals();
    }

    @Test
    void anAssessor_scoresByDigits_theDraftOutlivesTheTab_andWhatIsSavedIsScored() {
        Page page =
                OFFICE.logInAs("demo-assessor", "assessor", Trial.AKIMAT, "#/appraisals/assess");
        Locator open = page.locator("#to-score > li:has([data-state='WITH_ASSESSOR'])").first();
        open.locator("input[type='radio']").first().waitFor();
        Look.inEveryLanguage(page);
        String id = open.getAttribute("data-appraisal");
        Locator card = page.locator("[data-appraisal='" + id + "']");

        card.locator("input[type='radio']").first().focus();
        page.keyboard().press("4");
        page.keyboard().press("4");
        assertThat(card.locator(".live")).hasAttribute("data-live", "4.50");
        assertThat(card.locator("form")).hasAttribute("data-draft", "true");

        page.close();
        Page later =
                OFFICE.logInAs("demo-assessor", "assessor", Trial.AKIMAT, "#/appraisals/assess");
        Locator again = later.locator("[data-appraisal='" + id + "']");
        assertThat(again.locator(".live")).hasAttribute("data-live", "4.50");
        later.waitForTimeout(APART_MS);
        again.locator("input[value='4.5']").focus();
        later.keyboard().press("Enter");
        again.locator(".saved").waitFor();
        assertThat(again.locator("[data-state='SCORED']")).hasCount(1);
        assertThat(again.locator("form")).hasAttribute("data-draft", "false");
    }

    @Test
    void thePersonnelService_seesWhoHasNoAssessor_andNamesOne() {
        Page page = OFFICE.logInAs("hr-1", "hr", Trial.AKIMAT, "#/appraisals/board");
        page.locator("#board").waitFor();
        assertThat(page.locator("[data-count='no-assessor'] dd"))
                .hasText(Pattern.compile("\\d+\\+?"));
        Look.inEveryLanguage(page);
        page.locator("#board-open").selectOption("no-assessor");
        page.locator("#board [data-state='CHECKING'] a").first().click();
        page.locator("#state[data-state='CHECKING']").waitFor();
        Look.inEveryLanguage(page);

        page.waitForTimeout(APART_MS);
        page.locator("#assessor-submit").click();
        page.locator("#error-summary").waitFor();
        page.locator("#assessor-assessor").fill("demo-apparatus");
        page.locator("#assessor-reason").fill("Басшының лауазымы бос");
        page.waitForTimeout(APART_MS);
        page.locator("#assessor-submit").click();
        page.locator("#state[data-state='WITH_ASSESSOR']").waitFor();
    }

    @Test
    void anEmployee_readsTheResult_whyItIsThisGrade_andWhoHasReadIt() {
        Page page = OFFICE.logInAs("demo-svetlana", "employee", Trial.AKIMAT, "#/appraisals/mine");
        page.locator("#mine [data-state='PUBLISHED']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#mine a").first().click();
        page.locator("#result").waitFor();
        page.locator("#why summary").click();
        assertThat(page.locator("#bands [aria-current='true']")).hasCount(1);
        page.locator("#readings summary").click();
        page.locator("#readings ul, #readings p").first().waitFor();
        Look.inEveryLanguage(page);
    }

    @Test
    void aDisputedResult_isVotedOnUntilANumberHasMoreThanHalf_signed_talkedOver_andAppealed()
            throws IOException {
        Page page = employee("#/appraisals/mine");
        page.locator("#mine a").first().click();
        stands(page, "PUBLISHED");
        page.locator("#apply summary").click();
        page.locator("#apply-submit").click();
        page.locator("#error-summary a[href='#apply-text']").waitFor();
        page.locator("#apply-text").fill("A part of the quarter was left out");
        page.waitForTimeout(APART_MS);
        page.locator("#apply-submit").click();
        stands(page, "CAL_REQUESTED");
        String room = page.url().substring(page.url().indexOf('#'));
        page.close();

        approveMembers(room);
        aMemberFindsTheSession(room);
        vote(room);
        signAndUpload(room);
        talkItOver(room);

        page = employee(room);
        page.locator("#decided").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#appeal summary").click();
        page.locator("#appeal-submit").click();
        stands(page, "UNDER_APPEAL");
        page.close();
        page = hr(room);
        attach(page, "#outcome-document");
        page.locator("#outcome-submit").click();
        stands(page, "FINAL");
    }

    /// Whoever has scored the case is no member of its session.
    private static void approveMembers(String room) {
        Page page = OFFICE.logInAs("demo-akim", "head", Trial.AKIMAT, room);
        String member = "#members-OFFICIAL-members-";
        page.locator(member + "0-person").fill("demo-assessor");
        page.locator(member + "1 summary").click();
        page.locator(member + "1-person").fill("akimat-territory-head");
        page.locator(member + "2 summary").click();
        page.locator(member + "2-person").fill("akimat-personnel-02");
        page.locator("#members-OFFICIAL-order-number").fill("15");
        page.locator("#members-OFFICIAL-submit").click();
        page.locator("#error-summary a[href^='" + member + "1']").waitFor();
        Look.inEveryLanguage(page);
        page.locator(member + "1-person").fill("akimat-control-head");
        page.waitForTimeout(APART_MS);
        page.locator("#members-OFFICIAL-submit").click();
        stands(page, "CAL_ORDERED");
        page.close();
    }

    private static void aMemberFindsTheSession(String room) {
        Page page = OFFICE.logInAs("akimat-personnel-02", "employee", Trial.AKIMAT, "#/appraisals");
        page.navigate(page.url().replaceAll("#.*", "#/appraisals/sessions"));
        Locator session = page.locator("#sessions a[href='" + room + "']");
        session.waitFor();
        Look.inEveryLanguage(page);
        session.click();
        page.locator("#members [data-member='akimat-personnel-02']").waitFor();
        assertThat(page.locator("#round")).hasCount(0);
        page.close();
    }

    /// Three numbers, and then one of two of the three members; the answer to that is lost.
    private static void vote(String room) {
        Page page = hr(room);
        page.locator("#round-statement").fill("One task was done late");
        votes(page, "4.2", "4.3", "4.5");
        page.locator("#round-submit").click();
        stands(page, "CAL_HELD");
        page.locator("[data-round='1']").waitFor();
        assertThat(page.locator("#decided")).hasCount(0);
        votes(page, "4.3", "4.3", "4.5");
        OFFICE.loseAnswersOf("**/calibration/decision");
        page.waitForTimeout(APART_MS);
        page.locator("#round-submit").click();
        page.locator("#error-summary").waitFor();
        OFFICE.device().context().unrouteAll();
        page.waitForTimeout(APART_MS);
        page.locator("#round-submit").click();
        stands(page, "CAL_DECIDED");
        assertThat(page.locator("[data-round]")).hasCount(2);
        assertThat(page.locator("#decided")).hasAttribute("data-score", Pattern.compile("4\\.30?"));
        page.close();
    }

    private static void votes(Page page, String... scores) {
        for (int member = 0; member < scores.length; member++) {
            page.locator("#round-votes-" + member).fill(scores[member]);
        }
    }

    private static void signAndUpload(String room) throws IOException {
        Page page = hr(room);
        page.locator("#protocol-number").fill("7");
        page.locator("#protocol-submit").click();
        stands(page, "FINAL");
        page.locator("#upload-submit").click();
        assertThat(page.locator("#upload")).hasCount(0);
        Download protocol =
                page.waitForDownload(() -> page.locator("[data-file='protocol.kk']").click());
        assertThat(Files.readAllBytes(protocol.path()))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        page.close();
    }

    /// By the assessor, on all three topics.
    private static void talkItOver(String room) {
        Page page = OFFICE.logInAs("akimat-territory-head", "assessor", Trial.AKIMAT, room);
        Locator topics = page.locator("#feedback-topics input");
        topics.first().waitFor();
        assertThat(topics).hasCount(3);
        topics.all().forEach(Locator::check);
        page.locator("#feedback-submit").click();
        assertThat(page.locator("#feedback")).hasCount(0);
        page.close();
    }

    @Test
    void theScoresOfAYear_areShownByUnit_andOneThatWasProvisionalIsFormedAgain() {
        int year = Integer.parseInt(quarter.substring(0, 4)) - 1;
        Page page = hr("#/appraisals/years?year=" + year);
        page.locator("#distribution").waitFor();
        page.locator("#years [data-employee]").first().waitFor();
        Look.inEveryLanguage(page);
        page.locator("#years-provisional").selectOption("yes");
        assertThat(page.locator("#years [data-employee]")).hasCount(1);
        page.locator("#years [data-employee] a").click();
        page.locator("#year-result").waitFor();
        assertThat(page.locator(".tag-closing")).hasCount(1);
        Look.inEveryLanguage(page);

        page.locator("#entered summary").click();
        page.locator("#entered-quarter").selectOption(year + "-Q4");
        page.locator("#entered-score").fill("4,5");
        page.locator("#entered-reason").fill("Scored under the act of before");
        attach(page, "#entered-document");
        page.locator("#entered-submit").click();
        assertThat(page.locator("#quarters [data-quarter='" + year + "-Q4'] td.figure"))
                .containsText("4,5");
        OFFICE.trial().formYearlyScores();
        page.reload();
        page.locator("#earlier").waitFor();
        assertThat(page.locator("#earlier li")).hasCount(1);
        assertThat(page.locator(".tag-closing")).hasCount(0);
    }

    private static void attach(Page page, String field) {
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
        page.locator(field).setInputFiles(new FilePayload("paper.pdf", "application/pdf", PAPER));
        assertThat(page.locator(field + " ~ [data-document]"))
                .hasAttribute("data-document", Pattern.compile("[0-9a-f]{32}"));
    }

    private static Page employee(String room) {
        return OFFICE.logInAs("akimat-territory-03", "employee", Trial.AKIMAT, room);
    }

    private static Page hr(String room) {
        return OFFICE.logInAs("hr-1", "hr", Trial.AKIMAT, room);
    }

    private static void stands(Page page, String state) {
        page.locator("#state[data-state='" + state + "']").waitFor();
    }
}
