package kz.bagalau.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Flexible and remote work on a small screen, in the body of the example data.
@ExtendWith(Chromium.class)
class WorkmodeTest {

    @RegisterExtension static final Office OFFICE = new Office();

    /// Two presses at one place count where they are further apart.
    private static final int APART_MS = 600;

    @BeforeAll
    static void aBodyWithItsWorkingTime() {
        OFFICE.trial().worktime();
    }

    @Test
    void anEmployee_seesTheLastAllowedDayWhileTyping_andTheApplicationIsReviewed() {
        Page page = employee("#/worktime/applications/new");
        page.locator("#reasons").fill("Кешкі курстар");
        page.locator("#from").fill("2026-08-31");
        assertThat(page.locator("#last-allowed")).hasAttribute("data-day", "2027-02-28");
        page.locator("#from").fill("2027-01-15");
        assertThat(page.locator("#last-allowed")).hasAttribute("data-day", "2027-07-14");
        page.locator("#to").fill("2027-07-15");
        page.locator("#beyond").waitFor();
        fill(page, "start", "10:00", "end", "19:30", "breakFrom", "13:00", "breakTo", "14:30");
        assertThat(page.locator("#net")).hasAttribute("data-minutes", "480");
        page.locator("#submit-application").click();
        page.locator("#error-summary a[href='#to']").waitFor();
        Look.inEveryLanguage(page);
        page.reload();
        assertThat(page.locator("#start")).hasValue("10:00");
        page.waitForTimeout(APART_MS);
        page.locator("#take-last").click();
        new Keyboard(page).to("#submit-application").press("Enter");
        stands(page, "SUBMITTED");
        Look.inEveryLanguage(page);

        Page personnel = OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, room(page));
        personnel.locator("#receive-submit").click();
        stands(personnel, "RECEIVED");
        Page head = OFFICE.logInAs("demo-akim", "head", Trial.AKIMAT, room(page));
        head.locator("#decide-decision-REFUSE").check();
        head.locator("#decide-submit").click();
        head.locator("#error-summary a[href='#decide-reason']").waitFor();
        Look.inEveryLanguage(head);
        head.locator("#decide-decision-APPROVE").check();
        head.waitForTimeout(APART_MS);
        head.locator("#decide-submit").click();
        stands(head, "APPROVED");

        head.waitForTimeout(APART_MS);
        head.locator("#make-act").click();
        head.locator("#applications input").first().check();
        assertThat(head.locator("#to")).hasValue("2027-07-14");
        fill(head, "ground", "Өтініш", "number", "77");
        Look.inEveryLanguage(head);
        head.waitForTimeout(APART_MS);
        head.locator("#set-act").click();
        stands(head, "ACTIVE");
        Look.inEveryLanguage(head);
    }

    @Test
    void anEmployee_acknowledgesTheAct_andSeesTheMonth() {
        Page page = OFFICE.logInAs("demo-svetlana", "employee", Trial.AKIMAT, "#/worktime/acts");
        page.locator("#flexible a").first().click();
        page.locator("#acknowledge-submit").click();
        page.locator("#acknowledge")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        Look.inEveryLanguage(page);
        page.navigate(page.url().replaceAll("#.*", "#/worktime/month"));
        page.locator("#days [data-date]").first().waitFor();
        assertThat(page.locator("#days")).containsText("10:00–19:30");
        Look.inEveryLanguage(page);
    }

    @Test
    void thePersonnelService_seesWhoWorksWhere() {
        Page page = OFFICE.logInAs("demo-hr-akimat", "hr", Trial.AKIMAT, "#/worktime");
        page.locator("#counts [data-count='REMOTE'] dd").waitFor();
        page.locator("#workplaces-unit").selectOption("law");
        page.locator("[data-employee='akimat-law-02']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("[data-employee='akimat-law-02'] a").click();
        page.locator("#days [data-date]").first().waitFor();
        Look.inEveryLanguage(page);
    }

    private static Page employee(String room) {
        return OFFICE.logInAs("akimat-law-06", "employee", Trial.AKIMAT, room);
    }

    private static void fill(Page page, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            page.locator("#" + fields[i]).fill(fields[i + 1]);
        }
    }

    private static void stands(Page page, String state) {
        page.locator("#state[data-state='" + state + "']").waitFor();
    }

    /// Where the page is, as a room.
    private static String room(Page page) {
        return page.url().substring(page.url().indexOf('#'));
    }
}
