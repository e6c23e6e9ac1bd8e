package kz.bagalau.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A personnel service keeps its body's directory: units, a list that is checked before it is taken
/// over, one person with everything that is recorded, and what two of them change at once.
@ExtendWith(Chromium.class)
class PeopleTest {

    @RegisterExtension static final Office OFFICE = new Office();

    private static final String COLUMNS =
            "employee;name;unit;position.kk;position.ru;category;unitHead;firstHead;manager;from\r\n";

    /// Two presses that are nearer in time are one.
    private static final double APART_MS = 600;

    @TempDir Path folder;

    @Test
    void aListIsCheckedFirst_withErrorsAtTheirCells_andThenTakenOver() throws IOException {
        Page page = OFFICE.logIn("hr", Trial.DIGITAL, "#/people/units");
        unit(page, "law", "Заң бөлімі", "Юридический отдел");
        page.navigate(room("#/people/file"));
        Look.inEveryLanguage(page);

        give(
                page,
                "boss;Басшы Бірінші;law;Басшы;Руководитель;;yes;yes;;2024-01-09",
                "emp-1;Сарапшы Екінші;nowhere;Сарапшы;Эксперт;D-5;no;no;boss;2024-01-09");
        page.locator("#file-errors [data-cell='C3']").waitFor();
        assertThat(page.locator("#file-store").count()).isZero();
        Look.inEveryLanguage(page);

        give(
                page,
                "boss;Басшы Бірінші;law;Басшы;Руководитель;;yes;yes;;2024-01-09",
                "emp-1;Сарапшы Екінші;law;Сарапшы;Эксперт;D-5;no;no;boss;2024-01-09");
        page.locator("#file-outcome[data-outcome='checked']").waitFor();
        page.waitForTimeout(APART_MS);
        page.locator("#file-store").click();
        page.locator("#file-outcome[data-outcome='stored']").waitFor();
        Download file = page.waitForDownload(() -> page.locator("#export-csv").click());
        assertThat(Files.readString(file.path())).contains("emp-1", "Сарапшы Екінші");

        page.navigate(room("#/people"));
        page.locator("[data-person='emp-1']").waitFor();
        Look.inEveryLanguage(page);
        page.navigate(room("#/people/units"));
        assertThat(page.locator("[data-unit='law']").innerText()).contains("Басшы Бірінші");
        Look.inEveryLanguage(page);
    }

    @Test
    void aPerson_isEntered_goesOnLeave_andWhatTwoChangeAtOnceIsShownToTheSecond() {
        Page page = OFFICE.logIn("hr", Trial.AKIMAT, "#/people/units");
        unit(page, "top", "Басшылық", "Руководство");
        page.navigate(room("#/people/new"));
        page.locator("#id").fill("emp-9");
        page.locator("#last").fill("Ахметова");
        page.locator("#first").fill("Әйгерім");
        page.locator("#appointments-0-kk").fill("Сарапшы");
        page.locator("#appointments-0-ru").fill("Эксперт");
        page.locator("#appointments-0-from").fill("2024-01-09");
        page.locator("#person-save").click();
        page.locator("#error-summary a[href='#appointments-0-unit']").waitFor();
        Look.inEveryLanguage(page);
        page.locator("#appointments-0-unit").selectOption("top");
        page.waitForTimeout(APART_MS);
        page.locator("#person-save").click();
        page.locator("#saved").waitFor();
        Look.inEveryLanguage(page);

        Page other = page.context().newPage();
        other.navigate(page.url());
        logInAgain(other);
        other.locator("#add-absences").click();
        other.locator("#absences-0-from").fill("2024-02-01");
        page.locator("#add-absences").click();
        absence(page, "SICK", "2024-03-04", "2024-03-08");
        page.locator("#absences ul li").waitFor();

        absence(other, "LABOUR_LEAVE", "2024-02-01", "2024-02-09");
        other.locator("#conflict").waitFor();
        assertThat(other.locator("#absences-0-from").inputValue()).isEqualTo("2024-02-01");
        Look.inEveryLanguage(other);
        other.locator("#take-theirs").click();
        other.locator("#conflict").waitFor(gone());
        assertThat(other.locator("#absences-0-kind").inputValue()).isEqualTo("SICK");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static void absence(Page page, String kind, String from, String to) {
        page.locator("#absences-0-kind").selectOption(kind);
        page.locator("#absences-0-from").fill(from);
        page.locator("#absences-0-to").fill(to);
        page.waitForTimeout(APART_MS);
        page.locator("#person-save").click();
    }

    /// A login is its tab's own.
    private static void logInAgain(Page page) {
        page.locator("#login").click();
        IssuerPage.logIn(page, "desk-other", "hr", Trial.AKIMAT);
        page.locator("#add-absences").waitFor();
    }

    private static void unit(Page page, String id, String kk, String ru) {
        page.locator("#unit-add").click();
        page.locator("#id").fill(id);
        page.locator("#kk").fill(kk);
        page.locator("#ru").fill(ru);
        page.locator("#unit-save").click();
        page.locator("[data-unit='" + id + "']").waitFor();
    }

    private void give(Page page, String... rows) throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(
                file, COLUMNS + String.join("\r\n", rows) + "\r\n", StandardCharsets.UTF_8);
        page.locator("#file").setInputFiles(file);
        page.locator("#file-check").click();
    }

    private static String room(String place) {
        return OFFICE.trial().address() + "/desk.html" + place;
    }
}
