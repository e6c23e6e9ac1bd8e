package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A quarter: its assessor scores people in place, the personnel service sees whose turn it is and
/// names who assesses, and the employee reads the result and why it is this one.
@ExtendWith(Chromium.class)
class AppraisalsTest {

    @RegisterExtension static final Office OFFICE = new Office();

    /// Two presses that are nearer in time are one.
    private static final double APART_MS = 600;

    @BeforeAll
    static void aQuarter() {
        OFFICE.trial().appraisals();
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
}
