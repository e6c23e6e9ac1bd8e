package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What stays on the device while somebody answers, and what does not.
@ExtendWith(Chromium.class)
class DraftTest {

    private static final String MARKER = "белгі-жауап";

    @TempDir static Path data;

    private static Trial trial;
    private static String code;

    private OpenedLink opened;
    private Page page;
    private SurveyPage survey;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
        trial.open("drafts");
        code = trial.codes("drafts", Trial.DIGITAL, 1).getFirst();
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @BeforeEach
    void openTheLink(Browser browser) {
        opened = OpenedLink.of(browser, trial, "drafts");
        page = opened.page();
        survey = opened.survey();
    }

    @AfterEach
    void nothingWasAmiss() {
        opened.close();
    }

    @Test
    void onOnesOwnDeviceADraftIsOfferedAfterAReload() {
        survey.onMyOwnDevice().withCode(code, Trial.DIGITAL).answer("q2", 3).next();
        survey.answer("q7", 1);
        page.waitForCondition(() -> opened.kept().contains("q7"));

        page.reload();
        survey.isAt("#draft-continue");
        Look.inEveryLanguage(page);
        survey.leave(() -> page.locator("#draft-continue").click());
        assertThat(page.locator("#code").inputValue()).isEqualTo(code);
        survey.next();

        assertThat(page.locator("#q7-1").isChecked()).isTrue();
        survey.skipToTheCheck();
        assertThat(page.locator("#answer-q2").getAttribute("class")).doesNotContain("blank");
    }

    @Test
    void aDraftCanBeErased() {
        survey.onMyOwnDevice().withCode(code, Trial.DIGITAL).answer("q2", 3);
        page.waitForCondition(() -> opened.kept().contains("q2"));
        page.reload();

        page.locator("#draft-erase").click();

        survey.isAt("#shared");
        page.waitForCondition(() -> !opened.kept().contains("q2"));
        page.reload();
        survey.isAt("#shared");
        assertThat(page.locator("#draft-continue").count()).isZero();
    }

    /// Somebody else's link on the same device, or a new slip in place of a void one.
    @Test
    void theCodeOfTheLinkThatWasOpenedComesBeforeTheDrafts() {
        draftWith(code);
        String own = trial.codes("drafts", Trial.AKIMAT, 1).getFirst();
        open(trial.link("drafts", own));

        survey.leave(() -> page.locator("#draft-continue").click());

        assertThat(page.locator("#code").inputValue()).isEqualTo(own);
        assertThat(page.locator("#body").inputValue()).isEmpty();
    }

    @Test
    void withTheDraftItsSlipIsErased() {
        draftWith(code);
        open(trial.link("drafts"));

        page.locator("#draft-erase").click();
        survey.onMyOwnDevice();

        assertThat(page.locator("#code").count()).isZero();
        page.locator("#right-code").check();
        assertThat(page.locator("#code").inputValue()).isEmpty();
        assertThat(page.locator("#body").inputValue()).isEmpty();
    }

    @Test
    void whoErasesAnothersDraftVotesWithTheirOwnCode() {
        String others = trial.codes("drafts", Trial.DIGITAL, 2).getFirst();
        String own = trial.codes("drafts", Trial.AKIMAT, 2).getFirst();
        draftWith(others);
        open(trial.link("drafts", own) + "&body=" + Trial.AKIMAT);

        page.locator("#draft-erase").click();
        survey.onMyOwnDevice();
        survey.next();
        survey.answer("q1", 1).skipToTheCheck().send();
        survey.receipt();

        assertThat(opened.device().posts("/code-tokens"))
                .singleElement()
                .satisfies(claim ->
                        assertThat(Json.read(claim.postData()).path("code").asText())
                                .isEqualTo(own.replace("-", "")));
    }

    @Test
    void onASharedDeviceNothingIsKept() {
        survey.onASharedDevice().withCode(code, Trial.DIGITAL);
        while (page.locator("#q33").count() == 0) {
            page.locator("main fieldset input").first().check();
            survey.next();
        }
        page.locator("#q33").fill(MARKER);

        assertThat(opened.kept()).doesNotContain(MARKER).doesNotContain("q1").doesNotContain(code);
        page.reload();

        survey.isAt("#shared");
        assertThat(page.locator("#draft-continue").count()).isZero();
        assertThat(page.locator("#shared-yes").isChecked()).isFalse();
    }

    @Test
    void withTheReceiptEverythingIsErased() {
        trial.enrol("drafts", Trial.DIGITAL, "aigerim");
        survey.onMyOwnDevice().withLogin("aigerim", Trial.DIGITAL).answer("q1", 3);
        while (page.locator("#q33").count() == 0) {
            survey.next();
        }
        page.locator("#q33").fill(MARKER);
        page.waitForCondition(() -> opened.kept().contains(MARKER));
        survey.skipToTheCheck().send();
        survey.receipt();

        assertThat(opened.kept())
                .doesNotContain(MARKER)
                .doesNotContain("q1")
                .doesNotContain("aigerim");
        page.goBack();
        assertThat(page.content()).doesNotContain(MARKER);
    }

    /// The code must not be found in the address by whoever uses the browser next.
    @Test
    void theCodeOfALinkIsTakenOutOfTheAddress() {
        open(trial.link("drafts", code));
        survey.isAt("#shared");

        assertThat(page.url()).doesNotContain(code).contains("#fp=");
        page.goBack();
        assertThat(page.evaluate("JSON.stringify(history.state)").toString()).doesNotContain(code);
    }

    private void draftWith(String slip) {
        survey.onMyOwnDevice().withCode(slip, Trial.DIGITAL).answer("q2", 3);
        page.waitForCondition(() -> opened.kept().contains("q2"));
    }

    /// Opens a link in this tab, as if it had been typed.
    private void open(String link) {
        page.navigate("about:blank");
        page.navigate(link);
    }
}
