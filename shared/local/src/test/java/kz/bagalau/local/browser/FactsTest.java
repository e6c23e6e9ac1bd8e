package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.Trial;
import kz.bagalau.rules.operational.fact.FactValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which body has which fact, where it comes from, and what analysts enter and decide. Each test
/// has a year of its own.
@ExtendWith(Chromium.class)
class FactsTest {

    /// So far apart are two presses at one place that are not a double tap.
    private static final double APART_MS = 600;

    @RegisterExtension static final Office OFFICE = new Office();

    @Test
    void theMatrixTellsWhatIsMissingDisputedAndEntered_andACellOpens() {
        claimedTwice(2023);
        trial().enter("agency", Trial.DIGITAL, 2023, points("pm.gender", "4"));
        Page page = OFFICE.logIn("agency", "", "#/facts?year=2023");
        page.locator("#matrix").waitFor();
        Look.inEveryLanguage(page);
        String row = "tr[data-body='" + Trial.DIGITAL + "'] ";
        assertThat(marks(page, row + "[data-cell='pm.exit_interview']"))
                .contains("disputed", "missing");
        assertThat(marks(page, row + "[data-cell='pm.gender']")).containsExactly("manual");
        assertThat(page.locator(row + "[data-cell='pm.career']").innerText()).contains("жоқ");

        page.locator("#show").selectOption("pm.exit_interview");
        page.locator("[data-cell='exit.dismissed']").first().waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator(row + "[data-cell='exit.dismissed']").innerText())
                .contains("24")
                .contains("даулы");
        page.locator(row + "[data-cell='exit.dismissed'] a").click();

        page.locator("#source").waitFor();
        page.locator("#history").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("#standing").innerText()).contains("24").contains("даулы");
        assertThat(page.locator("main").innerText()).contains("¶35");
        page.locator("#entry").waitFor();
    }

    @Test
    void anAnalystEntersAFactOnABasis_andWithdrawsIt() {
        Page page = fact("agency", 2024, "competitions.violations");
        page.locator("#save").click();
        new SurveyPage(page).showsErrorsAt("value", "basis");
        Look.inEveryLanguage(page);

        page.locator("#value").fill("3");
        page.locator("#basis").fill("Тексеру актісі");
        page.locator("#save").click();
        page.locator("#saved").waitFor();
        stands(page, "3", "қолмен");
        page.locator("#history li").first().waitFor();
        assertThat(page.locator("#history li").first().innerText())
                .contains("3")
                .contains("desk-agency")
                .contains("Тексеру актісі");

        page.locator("#withdraw").click();
        page.waitForTimeout(APART_MS);
        page.locator("#withdraw-yes").click();
        new SurveyPage(page).showsErrorsAt("basis");
        page.locator("#basis").fill("Қате орган");
        page.locator("#withdraw-yes").click();
        page.locator("#saved").waitFor();
        page.waitForCondition(() -> page.locator("#history li").count() == 2);
        assertThat(page.locator("#standing").innerText()).doesNotContain("3");
        Look.inEveryLanguage(page);
    }

    @Test
    void pointsByHandNeedADocumentAndHaveAMaximum() {
        Page page = fact("agency", 2024, "pm.gender");
        page.locator("#value").fill("5,5");
        page.locator("#basis").fill("Есеп");
        page.locator("#save").click();
        new SurveyPage(page).showsErrorsAt("document");

        page.locator("#document").fill("up-7");
        page.locator("#save").click();
        page.locator("#value-error").waitFor();
        page.locator("#value").fill("4,5");
        page.locator("#save").click();

        page.locator("#saved").waitFor();
        stands(page, "4,5");
    }

    @Test
    void whereTwoOriginsDisagreeTheAnalystChooses_withAReason() {
        claimedTwice(2025);
        Page page = fact("agency", 2025, "exit.dismissed");
        assertThat(page.locator("#claims [data-origin='exit-interviews']").innerText())
                .contains("24");
        assertThat(page.locator("#claims [data-origin='report:appendix-1']").innerText())
                .contains("26");
        page.locator("#save").click();
        new SurveyPage(page).showsErrorsAt("taken", "basis");

        page.locator("[id='taken-report:appendix-1']").check();
        page.locator("#basis").fill("Бұйрықтар тізімі");
        page.locator("#save").click();

        page.locator("#saved").waitFor();
        page.waitForCondition(() -> page.locator("#claims").count() == 0);
        stands(page, "26");
        assertThat(page.locator("#standing").innerText()).doesNotContain("даулы");
        assertThat(page.locator("#source").innerText()).contains("Бұйрықтар тізімі");
    }

    /// The heading takes the focus when it comes; nobody must lose a place in the form to it.
    @Test
    void bodiesThatComeLate_takeTheFocusFromNothing() {
        Page page = fact("agency", 2024, "competitions.violations");
        List<Route> held = new ArrayList<>();
        page.route("**/bodies", held::add);
        page.reload();
        page.locator("#standing").waitFor();
        page.locator("#save").click();
        SurveyPage form = new SurveyPage(page);
        form.hasFocusAt("#error-summary");

        assertThat(held).isNotEmpty();
        held.forEach(Route::resume);

        page.waitForCondition(() -> !page.locator(".caption").innerText().contains(Trial.DIGITAL));
        form.hasFocusAt("#error-summary");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownBesideOnesOwn_andNothingIsLost() {
        Page page = fact("agency", 2025, "competitions.violations");
        page.locator("#value").fill("3");
        page.locator("#basis").fill("Менің негіздемем");
        trial().enter("agency", Trial.DIGITAL, 2025, violations(7));
        page.locator("#save").click();

        page.locator("#conflict").waitFor();
        page.waitForCondition(() -> page.locator("#theirs").innerText().equals("7"));
        assertThat(page.locator("#mine").innerText()).isEqualTo("3");
        assertThat(page.locator("#conflict").innerText()).contains("trial-agency");
        assertThat(page.locator("#basis").inputValue()).isEqualTo("Менің негіздемем");
        Look.inEveryLanguage(page);

        page.locator("#keep-mine").click();
        page.locator("#saved").waitFor();
        stands(page, "3");
    }

    /// After the reload the page shows what the colleague entered, but it was typed over something
    /// else.
    @Test
    void whatWasTypedBeforeAReload_overwritesNobodyUnseen() {
        trial().enter("agency", Trial.DIGITAL, 2023, violations(5));
        Page page = fact("agency", 2023, "competitions.violations");
        page.locator("#value").fill("3");
        page.locator("#basis").fill("Менің негіздемем");
        trial().enter("agency", Trial.DIGITAL, 2023, violations(7));
        page.reload();
        stands(page, "7");
        page.locator("#save").click();

        page.locator("#conflict").waitFor();
        assertThat(page.locator("#theirs").innerText()).isEqualTo("7");
        assertThat(page.locator("#mine").innerText()).isEqualTo("3");
        assertThat(page.locator("#conflict").innerText()).contains("trial-agency");
        stands(page, "7");

        page.locator("#keep-mine").click();
        page.locator("#saved").waitFor();
        stands(page, "3");
        page.locator("#value").fill("4");
        page.locator("#basis").fill("Қайта санау");
        page.locator("#save").click();
        page.locator("#saved").waitFor();
        stands(page, "4");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsWithdrawnOnlyByWhoSawIt() {
        trial().enter("agency", Trial.DIGITAL, 2025, counted("career.promoted_total", 5));
        Page page = fact("agency", 2025, "career.promoted_total");
        page.locator("#basis").fill("Қате орган");
        trial().enter("agency", Trial.DIGITAL, 2025, counted("career.promoted_total", 7));
        page.locator("#withdraw").click();
        page.waitForTimeout(APART_MS);
        page.locator("#withdraw-yes").click();

        page.locator("#conflict").waitFor();
        page.waitForCondition(() -> page.locator("#theirs").innerText().equals("7"));
        Look.inEveryLanguage(page);
        page.locator("#keep-mine").click();
        page.locator("#saved").waitFor();
        page.waitForCondition(() -> !page.locator("#standing").innerText().contains("7"));
    }

    @Test
    void neitherALostNetworkNorAReloadLosesWhatWasTyped() {
        Page page = fact("agency", 2026, "competitions.violations");
        page.locator("#value").fill("2");
        page.locator("#basis").fill("Акт");
        OFFICE.device().context().setOffline(true);
        page.locator("#save").click();
        page.locator("#error-summary").waitFor();
        OFFICE.device().context().setOffline(false);
        page.reload();

        page.locator("#entry").waitFor();
        assertThat(page.locator("#value").inputValue()).isEqualTo("2");
        assertThat(page.locator("#basis").inputValue()).isEqualTo("Акт");
        page.locator("#save").click();
        page.locator("#saved").waitFor();
        page.locator("#logout").click();
        page.locator("#login").waitFor();
        assertThat((int) page.evaluate("sessionStorage.length")).isZero();
    }

    @Test
    void aPersonnelServiceReadsItsOwnFacts_butEntersNothing() {
        claimedTwice(2026);
        Page page = OFFICE.logIn("hr", Trial.DIGITAL, "#/facts/2026/" + Trial.DIGITAL);
        page.locator("[data-fact='exit.dismissed']").first().waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("[data-fact='exit.negative']").innerText()).doesNotContain("13");
        page.locator("[data-fact='exit.dismissed'] a").click();
        page.locator("#standing").waitFor();
        assertThat(page.locator("#entry, #history").count()).isZero();

        List<Integer> answered = new ArrayList<>();
        OFFICE.device()
                .context()
                .onResponse(response -> {
                    if (isTold(response)) {
                        answered.add(response.status());
                    }
                });
        page.navigate(trial().address() + "/desk.html#/facts/2026/" + Trial.AKIMAT);
        page.reload();
        page.locator("main .note-warning").waitFor();
        assertThat(answered).isNotEmpty().doesNotContain(200);
        assertThat(page.locator("[data-fact]").count()).isZero();
    }

    @Test
    void theBodyForInformatizationEntersItsDirectionOnly() {
        Page page = fact("digital", 2024, "it.employees");
        page.locator("#entry").waitFor();
        page.navigate(
                trial().address()
                        + "/desk.html#/facts/2024/"
                        + Trial.DIGITAL
                        + "/career.promoted_total");
        page.locator("h1").getByText("тағайындалғандардың").waitFor();
        page.locator("#standing").waitFor();
        assertThat(page.locator("#entry").count()).isZero();
    }

    @Test
    void aCellIsReachedByKeyboardAlone() {
        Page page = OFFICE.logIn("agency", "", "#/facts?year=2024&show=pm.career");
        page.locator("#matrix").waitFor();

        new Keyboard(page).to("[data-cell='career.promoted_total'] a").press("Enter");

        page.locator("#entry").waitFor();
    }

    private static Trial trial() {
        return OFFICE.trial();
    }

    private static Page fact(String role, int year, String name) {
        Page page = OFFICE.logIn(role, "", "#/facts/" + year + "/" + Trial.DIGITAL + "/" + name);
        page.locator("#standing").waitFor();
        return page;
    }

    private static void stands(Page page, String... words) {
        page.waitForCondition(() -> {
            String standing = page.locator("#standing").innerText();
            return List.of(words).stream().allMatch(standing::contains);
        });
    }

    private static List<String> marks(Page page, String cell) {
        return page.locator(cell + " [data-state]").all().stream()
                .map(mark -> mark.getAttribute("data-state"))
                .toList();
    }

    /// The exit interviews know of 24 who left, the body reports 26.
    private static void claimedTwice(int year) {
        trial().publish(
                        Trial.DIGITAL,
                        year,
                        "exit-interviews",
                        Map.of("exit.dismissed", count(24), "exit.negative", count(13)));
        trial().publish(
                        Trial.DIGITAL,
                        year,
                        "report:appendix-1",
                        Map.of("exit.dismissed", count(26)));
    }

    private static FactValue count(int people) {
        return new FactValue.Amount(BigDecimal.valueOf(people));
    }

    private static ObjectNode violations(int count) {
        return counted("competitions.violations", count);
    }

    private static ObjectNode counted(String fact, int count) {
        ObjectNode entry = Json.object().put("basis", "Басқа акт");
        entry.putObject("facts").put(fact, count);
        return entry;
    }

    private static ObjectNode points(String indicator, String points) {
        ObjectNode entry = Json.object();
        entry.putObject("manual")
                .putObject(indicator)
                .put("points", points)
                .put("basis", "Есеп")
                .put("document", "up-7");
        return entry;
    }

    private static boolean isTold(Response response) {
        return response.url().contains("/facts/");
    }
}
