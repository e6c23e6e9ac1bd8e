package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who is enrolled, as the personnel service and the respondent see it.
@ExtendWith(Chromium.class)
class EnrolmentTest {

    @RegisterExtension static final Office OFFICE = new Office();

    @Test
    void whoIsEnrolledIsSeen_removed_andComparedWithTheHeadcount(Browser browser) {
        Trial trial = OFFICE.trial();
        trial.open("enrolled");
        trial.othersVote("enrolled", Trial.DIGITAL, 1);
        Page page = OFFICE.logIn("hr", Trial.DIGITAL, "#/surveys/enrolled/people");
        page.locator("#people").fill("emp-1\nbad id with spaces\nemp-2");
        page.locator("#people-submit").click();
        new SurveyPage(page).showsErrorsAt("people");
        assertThat(page.locator("#error-summary").innerText()).contains("bad id with spaces");
        Look.inEveryLanguage(page);

        page.locator("#people").fill("emp-1\nemp-2");
        page.locator("#people-submit").click();
        page.locator("[data-person=emp-2]").waitFor();
        int enrolled = trial.survey("enrolled").path("enrolled").path(Trial.DIGITAL).asInt();
        assertThat(page.locator("#enrolled-of").innerText()).contains(enrolled + "", "61");
        assertThat(page.locator("#too-many").count()).isEqualTo(enrolled > 61 ? 1 : 0);
        Look.inEveryLanguage(page);

        page.locator("#remove-emp-1").click();
        page.locator("#remove-emp-1-yes").click();
        page.locator("[data-person=emp-1]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(page.locator("#enrolled-of").innerText()).contains(enrolled - 1 + "", "61");

        String voted = "other-" + Trial.DIGITAL + "-0";
        page.locator("#remove-" + voted).click();
        page.locator("#remove-" + voted + "-yes").click();
        page.locator("[data-person=" + voted + "] .error-text").waitFor();
        assertThat(page.locator("[data-person=" + voted + "]").count()).isOne();
        Look.inEveryLanguage(page);

        page.navigate(trial.address() + "/desk.html#/surveys/enrolled");
        page.locator("#enrolled-share").waitFor();
        assertThat(page.locator("main table").innerText()).contains(enrolled - 1 + " / 61");
        Look.inEveryLanguage(page);

        try (Device phone = Device.phone(browser, trial.address(), "ru")) {
            SurveyPage survey = new SurveyPage(phone.open(trial.link("enrolled")));
            survey.onMyOwnDevice();
            survey.withCode(trial.codes("enrolled", Trial.DIGITAL, 1).getFirst(), Trial.DIGITAL);
            assertThat(survey.page().locator("#enrolment").innerText())
                    .contains(enrolled - 1 + "", "61");
            Look.inEveryLanguage(survey.page());
            phone.isQuiet();
        }
    }
}
