package kz.bagalau.local.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.bagalau.local.Trial;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An assessment of all bodies, from its start to each fact behind each point. One body has all
/// facts, the other none.
@ExtendWith(Chromium.class)
class RunsTest {

    @RegisterExtension static final Office OFFICE = new Office();

    /// Two presses that are nearer in time are one.
    private static final double APART_MS = 600;

    private static final String DONE = "[data-state=DONE]";

    @BeforeAll
    static void oneBodyIsComplete() {
        for (int year : List.of(2024, 2025)) {
            OFFICE.trial().fill(Trial.DIGITAL, year, 1);
        }
    }

    @Test
    void theAgencyAssessesAndFollowsEachPointToItsFact() {
        Page page = OFFICE.logIn("agency", "", "#/runs");
        page.locator("#start-run").click();
        page.locator("#readings").waitFor();
        page.locator("#start").click();
        page.locator("#error-summary").waitFor();
        assertThat(page.locator("#kind-error").isVisible()).isTrue();
        Look.inEveryLanguage(page);

        page.locator("#year").selectOption("2025");
        page.locator("#kind-PRELIMINARY").check();
        page.locator("#readings summary").click();
        page.locator("#setting-n_max").selectOption("13");
        page.locator("#start").click();
        page.locator("#reason-n_max-error").waitFor();
        page.locator("#reason-n_max").fill("Агенттіктің хаты");
        page.locator("#start").click();

        page.locator("#progress").waitFor();
        page.locator(DONE).waitFor();
        assertThat(page.locator("#scored").innerText()).isEqualTo("2");
        assertThat(page.locator("#failed").innerText()).isEqualTo("0");
        assertThat(page.locator("#settings-used").innerText()).contains("Агенттіктің хаты");
        Look.inEveryLanguage(page);
        page.locator("#to-scores").click();

        page.locator("#ranking").waitFor();
        assertThat(
                        page.locator(
                                        "#ranking [data-body='"
                                                + Trial.DIGITAL
                                                + "'] [data-column=rank]")
                                .innerText())
                .isEqualTo("1");
        assertThat(page.locator("#incomplete [data-body='" + Trial.AKIMAT + "']").isVisible())
                .isTrue();
        Look.inEveryLanguage(page);

        String akimat =
                page.locator("#incomplete [data-body='" + Trial.AKIMAT + "'] a").innerText();
        page.locator("#ranking-find").fill(akimat.toUpperCase(Locale.ROOT));
        page.locator(".nothing-found").waitFor();
        assertThat(page.locator("#ranking").isVisible()).isFalse();
        assertThat(page.locator("#incomplete [data-body='" + Trial.AKIMAT + "']").isVisible())
                .isTrue();
        Look.inEveryLanguage(page);
        page.locator("#ranking-find").fill("");
        page.locator("#ranking tr[data-body='" + Trial.DIGITAL + "'] a").click();

        page.locator("[data-direction=it] svg.chart").waitFor();
        Locator points = page.locator("[data-direction=pm] svg.chart rect.chart-points");
        points.first().waitFor();
        assertThat(points.count()).isEqualTo(3);
        Locator exit = page.locator("[data-indicator='pm.exit_interview']");
        exit.locator("summary").click();
        assertThat(exit.locator(".working").innerText()).contains("=");
        assertThat(exit.innerText()).contains("¶35");
        Look.inEveryLanguage(page);
        String value = exit.locator("table tr:has(a[href$='exit.dismissed']) td").innerText();
        exit.locator("a[href$='exit.dismissed']").click();

        page.locator("#source").waitFor();
        assertThat(page.locator("#standing").innerText()).isEqualTo(value);
        Look.inEveryLanguage(page);
    }

    @Test
    void aListIsSoughtAndSortedInItsAddress_byKeyboardToo_andTakenAlongAsAFile()
            throws IOException {
        Page page = start("2025", "PRELIMINARY");
        page.locator(DONE).waitFor();
        page.locator("#to-scores").click();
        page.locator("#ranking").waitFor();

        page.locator("#ranking [data-sort=points]").focus();
        page.keyboard().press("Enter");
        page.locator("#ranking th[aria-sort=ascending] [data-sort=points]").waitFor();
        page.keyboard().press("Enter");
        page.locator("#ranking th[aria-sort=descending] [data-sort=points]").waitFor();
        page.locator("#ranking-find").fill("нет такого");
        page.locator(".nothing-found").first().waitFor();
        assertThat(page.url()).contains("sort=-points").contains("find=");

        page.reload();
        page.locator(".nothing-found").first().waitFor();
        assertThat(page.locator("#ranking-find").inputValue()).isEqualTo("нет такого");
        page.locator("#ranking-find").fill("");
        page.locator("#ranking th[aria-sort=descending] [data-sort=points]").waitFor();
        assertThat(page.url()).doesNotContain("find=");

        String points = page.locator("#ranking [data-column=points]").first().innerText();
        String csv = Files.readString(taken(page, "#ranking-csv"));
        assertThat(csv).startsWith("\uFEFF").contains(";1;").contains("\r\n");
        try (XSSFWorkbook book =
                new XSSFWorkbook(Files.newInputStream(taken(page, "#ranking-xlsx")))) {
            Row row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue())
                    .isEqualTo(page.locator("#ranking th[scope=row]").first().innerText());
            assertThat(row.getCell(2).getNumericCellValue())
                    .isCloseTo(Double.parseDouble(points.replace(',', '.')), within(0.005));
        }
    }

    private static Path taken(Page page, String button) {
        return page.waitForDownload(() -> page.locator(button).click()).path();
    }

    @Test
    void aFinalAssessmentWithGapsIsHeldUntilSomebodySaysWhyNot() {
        Page page = start("2024", "FINAL");
        page.locator("[data-state=HELD]").waitFor();
        page.locator("#release-submit").click();
        new SurveyPage(page).showsErrorsAt("release");
        Look.inEveryLanguage(page);
        page.locator("#release").fill("Бір орган жаңадан құрылды");
        page.locator("#release-submit").click();

        page.locator(DONE).waitFor();
        assertThat(page.locator("#released").innerText()).contains("жаңадан құрылды");
        Look.inEveryLanguage(page);
    }

    @Test
    void aLostNetworkLosesNeitherTheOrderNorTheProgress() {
        Page page = OFFICE.logIn("agency", "", "#/runs/start");
        page.locator("#year").selectOption("2025");
        page.locator("#kind-PRELIMINARY").check();
        OFFICE.device().context().setOffline(true);
        page.locator("#start").click();
        page.locator("#error-summary").waitFor();
        assertThat(page.locator("#kind-PRELIMINARY").isChecked()).isTrue();

        OFFICE.device().context().setOffline(false);
        page.locator("#start").click();
        page.locator("#progress").waitFor();
        OFFICE.device().context().setOffline(true);
        page.waitForTimeout(3_000);
        assertThat(page.locator("#progress").isVisible()).isTrue();
        OFFICE.device().context().setOffline(false);
        page.locator(DONE).waitFor();
    }

    @Test
    void anOrderWhoseAnswerWasLost_canBeChanged_andIsThenAnother() {
        Page page = OFFICE.logIn("agency", "", "#/runs/start");
        page.locator("#year").selectOption("2025");
        page.locator("#kind-PRELIMINARY").check();
        OFFICE.loseAnswersOf("**/runs");
        page.locator("#start").click();
        page.locator("#error-summary").waitFor();
        OFFICE.device().context().unrouteAll();

        page.locator("#year").selectOption("2024");
        page.locator("#start").click();
        page.locator("#progress").waitFor();
        page.locator(DONE).waitFor();
    }

    @Test
    void aPersonnelServiceSeesItsOwnFinishedResultsOnly() {
        Page page = start("2025", "PRELIMINARY");
        page.locator(DONE).waitFor();
        String run = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.locator("#logout").click();

        page.locator("#login").click();
        IssuerPage.logIn(page, "desk-hr", "hr", Trial.DIGITAL);
        Office.enter(page, "#/runs");
        page.locator("#runs").waitFor();
        Look.inEveryLanguage(page);
        assertThat(page.locator("#start-run").count()).isZero();
        page.locator("[data-run='" + run + "'] a").click();
        page.locator("[data-direction=pm]").waitFor();
        Locator exit = page.locator("[data-indicator='pm.exit_interview']");
        exit.locator("summary").click();
        assertThat(exit.innerHTML()).doesNotContain("exit.negative");

        List<Integer> answered = new ArrayList<>();
        OFFICE.device()
                .context()
                .onResponse(response -> {
                    if (response.url().contains("/scores")) {
                        answered.add(response.status());
                    }
                });
        for (String place : List.of("", "/" + Trial.AKIMAT)) {
            page.navigate(trial() + "/desk.html#/runs/" + run + "/scores" + place);
            page.reload();
            page.locator("main .note-warning").waitFor();
        }
        assertThat(answered).isNotEmpty().doesNotContain(200);
    }

    @Test
    void aConclusionIsTakenAsAFile_alsoWhereItIsTooLongForTheApi() throws IOException {
        Page page = start("2025", "PRELIMINARY");
        page.locator(DONE).waitFor();
        String run = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.navigate(trial() + "/desk.html#/runs/" + run + "/scores/" + Trial.DIGITAL);
        for (String language : List.of("kk", "ru", "en")) {
            assertThat(download(page, language, "pdf")).startsWith("%PDF-".getBytes(UTF_8));
            assertThat(download(page, language, "xlsx")).startsWith("PK".getBytes(UTF_8));
        }

        OFFICE.trial().lengthen("runs/" + run + "/" + Trial.DIGITAL + "/", "kk.pdf", 5_000_000);
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
        assertThat(download(page, "kk", "pdf"))
                .startsWith("%PDF-".getBytes(UTF_8))
                .hasSizeGreaterThan(5_000_000);
    }

    /// @return what is in the file
    private static byte[] download(Page page, String language, String ending) throws IOException {
        Download file =
                page.waitForDownload(
                        () -> page.locator("#conclusion-" + language + "-" + ending).click());
        assertThat(file.suggestedFilename())
                .isEqualTo(Trial.DIGITAL + "-" + language + "." + ending);
        return Files.readAllBytes(file.path());
    }

    private static String trial() {
        return OFFICE.trial().address().toString();
    }

    private static Page start(String year, String kind) {
        Page page = OFFICE.logIn("agency", "", "#/runs/start");
        page.locator("#year").selectOption(year);
        page.locator("#kind-" + kind).check();
        page.waitForTimeout(APART_MS);
        page.locator("#start").click();
        page.locator("#progress").waitFor();
        return page;
    }
}
