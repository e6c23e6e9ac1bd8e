package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/// The way back through the survey is the way that was come: by the page's button and by the
/// browser's, before and after a reload, a login and another visit.
@ExtendWith(Chromium.class)
class WayBackTest {

    private static final String THIRD = "q11";
    private static final String SECOND = "q5";
    private static final String FIRST = "q1";

    @TempDir static Path data;

    private static Trial trial;
    private static String code;

    private OpenedLink opened;
    private Page page;
    private SurveyPage survey;

    @BeforeAll
    static void start() {
        trial = Trial.start(data);
        trial.open("ways");
        code = trial.codes("ways", Trial.DIGITAL, 1).getFirst();
        trial.enrol("ways", Trial.DIGITAL, "aigerim");
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @BeforeEach
    void openTheLink(Browser browser) {
        opened = OpenedLink.of(browser, trial, "ways");
        page = opened.page();
        survey = opened.survey();
    }

    @AfterEach
    void nothingWasAmiss() {
        opened.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterAReload_onThePageThatWasReloaded(boolean byTheBrowser) {
        toTheThirdPage();

        page.reload();
        goOnWithTheDraft();

        survey.isAt("#" + THIRD);
        assertThat(wayBack(byTheBrowser, 3)).containsExactly(SECOND, FIRST, "right");
        assertThat(page.locator("#code").inputValue()).isEqualTo(code);
        survey.next();
        survey.isAt("#" + FIRST);
        assertThat(page.locator("#q2-3").isChecked()).isTrue();
    }

    @Test
    void afterTwoReloads_andAReloadOnTheWayBack() {
        toTheThirdPage();
        page.reload();
        goOnWithTheDraft();
        page.reload();
        goOnWithTheDraft();
        assertThat(wayBack(true, 1)).containsExactly(SECOND);

        page.reload();
        goOnWithTheDraft();

        survey.isAt("#" + SECOND);
        assertThat(wayBack(false, 2)).containsExactly(FIRST, "right");
    }

    /// The browser's button is pressed before the kept answers were asked for.
    @Test
    void afterAReload_byTheBrowsersButtonAtOnce() {
        toTheThirdPage();
        page.reload();
        survey.isAt("#draft-continue");

        page.goBack();
        goOnWithTheDraft();

        survey.isAt("#" + SECOND);
        assertThat(wayBack(true, 2)).containsExactly(FIRST, "right");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onAnotherVisit_whereNoWayIsKept(boolean byTheBrowser) {
        toTheThirdPage();
        page.close();
        page = opened.device().open(trial.link("ways"));
        page.onDialog(Dialog::accept);
        survey = new SurveyPage(page);

        goOnWithTheDraft();

        survey.isAt("#" + THIRD);
        assertThat(wayBack(byTheBrowser, 4)).containsExactly(SECOND, FIRST, "right", "start");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterALogin_theIssuersPageIsNotOnIt(boolean byTheBrowser) {
        survey.onMyOwnDevice().withLogin("aigerim", Trial.DIGITAL).answer("q2", 3).next();
        survey.isAt("#" + SECOND);

        assertThat(wayBack(byTheBrowser, 3)).containsExactly(FIRST, "right", "start");
        assertThat(page.url()).contains("survey.html");
    }

    @Test
    void afterALoginAndAReload() {
        survey.onMyOwnDevice().withLogin("aigerim", Trial.DIGITAL).answer("q2", 3).next();
        survey.answer("q7", 1);
        page.waitForCondition(() -> opened.kept().contains("q7"));

        page.reload();
        survey.isAt("#draft-continue");
        survey.leave(() -> page.locator("#draft-continue").click());
        assertThat(page.locator("#right-login").isChecked()).isTrue();
        page.locator("#continue").click();
        IssuerPage.logIn(page, "aigerim", "employee", Trial.DIGITAL);

        survey.isAt("#" + SECOND);
        assertThat(page.locator("#q7-1").isChecked()).isTrue();
        assertThat(wayBack(true, 3)).containsExactly(FIRST, "right", "start");
    }

    @Test
    void fromTheCheck_throughTheQuestionThatWasChanged() {
        survey.onMyOwnDevice().withCode(code, Trial.DIGITAL).answer("q2", 3).skipToTheCheck();
        survey.leave(() -> page.locator("#change-q7").click());
        survey.answer("q7", 2).next();
        assertThat(survey.isCheck()).isTrue();

        page.reload();
        goOnWithTheDraft();

        page.locator("#send").waitFor();
        assertThat(wayBack(true, 1)).containsExactly("sex");
    }

    /// From the first page on nobody is led past what has no answer yet.
    @Test
    void whoGoesBackToTheBeginning_goesOnThroughThePages() {
        survey.onMyOwnDevice().withCode(code, Trial.DIGITAL).answer("q2", 3).next();
        survey.back();
        survey.back();
        survey.next();

        survey.isAt("#" + FIRST);
        survey.next();
        survey.isAt("#" + SECOND);
    }

    /// On a shared device nothing is left to go on with: the old way leads to the beginning.
    @Test
    void onASharedDevice_afterAReload() {
        survey.onASharedDevice().withCode(code, Trial.DIGITAL).answer("q2", 3).next();
        page.reload();
        survey.isAt("#shared");

        page.goBack();

        survey.isAt("#shared");
        assertThat(page.locator("#draft-continue").count()).isZero();
        survey.onASharedDevice().withCode(code, Trial.DIGITAL);
        survey.isAt("#" + FIRST);
        assertThat(page.locator("main input:checked").count()).isZero();
    }

    @Test
    void theCheckBeginsWithWhatHasNoAnswer() {
        survey.onMyOwnDevice()
                .withCode(code, Trial.DIGITAL)
                .answer("q1", 3)
                .answer("q3", 1)
                .skipToTheCheck();

        List<String> order =
                page.locator("main dd[id^=answer-]").all().stream()
                        .map(each -> each.getAttribute("id").substring("answer-".length()))
                        .toList();
        assertThat(order).startsWith("q2", "q4", "q5", "q6").endsWith("q1", "q3");
        assertThat(order).doesNotHaveDuplicates().hasSize(38);
        assertThat(page.locator("#unanswered dd[id^=answer-]").count()).isEqualTo(36);
        Look.inEveryLanguage(page);
        survey.leave(() -> page.locator("#change-q2").click());
        survey.answer("q2", 4).next();
        assertThat(page.locator("#unanswered #answer-q2").count()).isZero();
    }

    private void toTheThirdPage() {
        survey.onMyOwnDevice().withCode(code, Trial.DIGITAL).answer("q2", 3).next();
        survey.answer("q7", 1).next();
        survey.isAt("#" + THIRD);
        page.waitForCondition(() -> opened.kept().contains("\"page\":2"));
    }

    /// On with the kept answers and the kept code.
    private void goOnWithTheDraft() {
        survey.isAt("#draft-continue");
        survey.leave(() -> page.locator("#draft-continue").click());
        survey.isAt("#right");
        survey.next();
    }

    private List<String> wayBack(boolean byTheBrowser, int steps) {
        List<String> way = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            survey.leave(() -> {
                if (byTheBrowser) {
                    page.goBack();
                } else {
                    page.locator("#back").click();
                }
            });
            way.add(place());
        }
        return way;
    }

    private String place() {
        return (String)
                page.evaluate(
                        """
                        document.querySelector('#shared, #draft-continue') ? 'start'
                            : document.querySelector('#right') ? 'right'
                            : document.querySelector('main fieldset.field')?.id ?? 'check'
                        """);
    }
}
