package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import kz.bagalau.local.Trial;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A personnel service reports: it takes the empty form, fills it with a program of its own, sends
/// it, and corrects what was marked.
@ExtendWith(Chromium.class)
class ReportsTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final String FORM = "appendix-7";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.ofHours(5));
    private static final int YEAR = TODAY.getYear() - 1;
    private static final String OBLIGATION = "[data-form='" + FORM + "']";

    @TempDir Path folder;

    @BeforeEach
    void theBodyOwesAReport() {
        OFFICE.trial().owes(FORM, YEAR, TODAY.plusDays(9));
        OFFICE.device().mayAlsoAsk(OFFICE.trial().buckets());
    }

    @Test
    void aFileWithAnErrorIsMarkedAtItsCell_andCorrected_givesItsFacts() throws IOException {
        Page page = OFFICE.logIn("hr", Trial.DIGITAL, "#/reports");
        page.locator(OBLIGATION).waitFor();
        Look.inEveryLanguage(page);
        open(page, OBLIGATION);
        Look.inEveryLanguage(page);
        Path template = template(page);

        Path wrong = folder.resolve("wrong.xlsx");
        String cell = fill(template, wrong, "үш");
        send(page, wrong, "#send");
        page.locator("#report-state[data-state='REJECTED']").waitFor();
        assertThat(page.locator("#report-errors tr[data-cell='" + cell + "']").innerText())
                .contains(cell);
        assertThat(page.locator("#report-penalty").isVisible()).isTrue();
        Look.inEveryLanguage(page);

        page.locator("#back").click();
        page.locator(OBLIGATION + " [data-state='REJECTED']").waitFor();
        Path right = folder.resolve("right.xlsx");
        fill(template, right, "3");
        send(page, right, "#check");
        page.locator("#report-state[data-state='ACCEPTED']").waitFor();
        assertThat(OFFICE.trial().facts(Trial.DIGITAL, YEAR).has("staff.phd")).isFalse();

        page.locator("#back").click();
        send(page, right, "#send");
        page.locator("#report-state[data-state='ACCEPTED']").waitFor();
        page.locator("#report-facts [data-fact='staff.phd']").waitFor();
        Look.inEveryLanguage(page);

        JsonNode fact = OFFICE.trial().facts(Trial.DIGITAL, YEAR).path("staff.phd");
        assertThat(fact.path("value").asInt()).isEqualTo(3);
        assertThat(fact.path("source").path("cells").asText()).contains(cell);
    }

    @Test
    void aLostNetworkLosesNoFile() throws IOException {
        Page page = OFFICE.logIn("hr", Trial.AKIMAT, "#/reports");
        open(page, OBLIGATION);
        Path file = folder.resolve("file.xlsx");
        fill(template(page), file, "3");
        page.locator(OBLIGATION + " .send-report").click();
        assertThat(page.locator("#file").getAttribute("accept"))
                .contains(".xlsx")
                .doesNotContain("..");
        page.locator("#file").setInputFiles(file);

        OFFICE.device().context().setOffline(true);
        page.locator("#send").click();
        page.locator("#error-summary a[href='#file']").waitFor();
        OFFICE.device().context().setOffline(false);
        page.locator("#send").click();

        page.locator("#report-state[data-state='ACCEPTED']").waitFor();
    }

    @Test
    void theAgencyFindsAPenaltyAlsoWhereNoFileCame() {
        OFFICE.trial().owes(FORM, YEAR, TODAY.minusDays(9));
        Page page = OFFICE.logIn("agency", "", "#/reports?year=" + YEAR + "&body=" + Trial.AKIMAT);
        open(page, OBLIGATION);
        page.locator(OBLIGATION + " details summary").first().click();
        page.locator("#points-" + FORM + "-" + YEAR).fill("2");
        page.locator(OBLIGATION + " [id^='enter-']").click();
        page.locator("#error-summary").waitFor();

        page.locator("#basis-" + FORM + "-" + YEAR).fill("Not received by the day");
        page.locator(OBLIGATION + " [id^='enter-']").click();

        page.locator(OBLIGATION + " [data-finding]").waitFor();
        Look.inEveryLanguage(page);
        assertThat(OFFICE.trial().facts(Trial.AKIMAT, YEAR).path("information.pm").path("value"))
                .isNotEmpty();
    }

    @Test
    void aFindingWhoseAnswerWasLost_isEnteredOnce_andOnceMoreWhereItWasChanged() {
        OFFICE.trial().owes(FORM, YEAR - 1, TODAY.minusDays(9));
        String owed = "[data-form='" + FORM + "'][data-period='" + (YEAR - 1) + "'] ";
        String at = "-" + FORM + "-" + (YEAR - 1);
        Page page =
                OFFICE.logIn(
                        "agency", "", "#/reports?year=" + (YEAR - 1) + "&body=" + Trial.AKIMAT);
        open(page, owed);
        page.locator(owed + "details summary").first().click();
        page.locator("#points" + at).fill("2");
        page.locator("#basis" + at).fill("Not received");
        enterAndLoseTheAnswer(page, owed);
        page.reload();
        page.locator(owed + "[data-finding]").waitFor();
        page.locator(owed + "> details summary").click();
        assertThat(page.locator("#basis" + at).inputValue()).isEqualTo("Not received");
        page.locator(owed + "[id^='enter-']").click();
        page.waitForCondition(() -> page.locator("#basis" + at).inputValue().isEmpty());

        page.locator("#kind" + at).selectOption("INCOMPLETE");
        page.locator("#points" + at).fill("1");
        page.locator("#basis" + at).fill("Half of it");
        enterAndLoseTheAnswer(page, owed);
        page.locator("#basis" + at).fill("Half of it not received");
        page.locator(owed + "[id^='enter-']").click();
        page.locator(owed + "[data-finding]:has-text('Half of it not received')").waitFor();
        assertThat(page.locator(owed + "[data-finding]").count()).isEqualTo(3);
    }

    @Test
    void theReasonOfAWithdrawalOutlivesAReload() {
        OFFICE.trial().owes(FORM, YEAR - 2, TODAY.minusDays(9));
        String owed = "[data-form='" + FORM + "'][data-period='" + (YEAR - 2) + "'] ";
        String at = "-" + FORM + "-" + (YEAR - 2);
        Page page =
                OFFICE.logIn(
                        "agency", "", "#/reports?year=" + (YEAR - 2) + "&body=" + Trial.AKIMAT);
        open(page, owed);
        page.locator(owed + "details summary").first().click();
        page.locator("#points" + at).fill("2");
        page.locator("#basis" + at).fill("Not received");
        page.locator(owed + "[id^='enter-']").click();
        page.locator(owed + "[data-finding] summary").click();
        page.locator(owed + "[data-finding] textarea").fill("It was received");
        page.reload();

        page.locator(owed + "[data-finding] summary").click();
        assertThat(page.locator(owed + "[data-finding] textarea").inputValue())
                .isEqualTo("It was received");
        page.locator("[id^='withdraw-'][id$='-submit']").click();
        page.locator(owed + "[data-finding]:has-text('It was received')").waitFor();
        page.locator("[id^='withdraw-'][id$='-submit']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(page.evaluate("JSON.stringify(sessionStorage)").toString())
                .doesNotContain("It was received");
    }

    /// From the list to the page of one obligation.
    private static void open(Page page, String owed) {
        page.locator(owed + " th a").click();
        page.locator("article" + owed).waitFor();
    }

    private static void enterAndLoseTheAnswer(Page page, String owed) {
        OFFICE.loseAnswersOf("**/findings");
        page.locator(owed + "[id^='enter-']").click();
        page.locator(owed + "#error-summary").waitFor();
        OFFICE.device().context().unrouteAll();
    }

    private static Path template(Page page) {
        Download download =
                page.waitForDownload(() -> page.locator("[data-file='" + FORM + ".kk']").click());
        return download.path();
    }

    private static void send(Page page, Path file, String button) {
        page.locator(OBLIGATION + " .send-report").click();
        page.locator("#file").setInputFiles(file);
        page.locator(button).click();
        page.locator("#report-state").waitFor();
    }

    /// Fills in the first unit.
    ///
    /// @param phd what to write as the number of PhDs
    /// @return the cell of that number
    private static String fill(Path template, Path filled, String phd) throws IOException {
        try (InputStream in = Files.newInputStream(template);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            set(book, "A7-2", "Заң басқармасы");
            for (String code : "A7-f A7-a A7-b A7-d A7-e A7-g A7-h A7-i A7-j".split(" ")) {
                set(book, code, "1");
            }
            set(book, "A7-z", "20");
            String cell = set(book, "A7-c", phd);
            try (OutputStream out = Files.newOutputStream(filled)) {
                book.write(out);
            }
            return cell;
        }
    }

    /// Writes into the second row under a code: the first is the section's own.
    private static String set(XSSFWorkbook book, String code, String value) {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals(code)) {
                        Cell wanted =
                                sheet.getRow(row.getRowNum() + 2)
                                        .getCell(
                                                cell.getColumnIndex(),
                                                Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                        wanted.setCellValue(value);
                        return new CellAddress(wanted).formatAsString();
                    }
                }
            }
        }
        throw new AssertionError("no code " + code);
    }
}
