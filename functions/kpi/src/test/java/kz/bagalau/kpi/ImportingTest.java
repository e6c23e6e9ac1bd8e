package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.forms.kpi.KpiImportTemplate;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.Language;
import kz.bagalau.sandbox.Sandbox;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The sheets that a body kept in Excel.
class ImportingTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// In the template the codes of the columns stand in the fourth row.
    private static final int CODES = 3;

    private final Office office = new Office(SANDBOX);

    /// The template in English, filled in with another program.
    private static final class Book {

        private final List<Consumer<XSSFWorkbook>> entries = new ArrayList<>();

        Book() {
            sheet(0, "emp-1", 5);
            sheet(1, "emp-2", 4);
            set(0, 1, "EMPLOYEE_SIGNATURE", "refused")
                    .set(0, 1, "EMPLOYEE_REASON", "Does not agree");
        }

        private void sheet(int row, String employee, int achieved) {
            set(0, row, "SHEET", row + 1)
                    .set(0, row, "EMPLOYEE", employee)
                    .set(0, row, "EMPLOYEE_NAME", "Name of " + employee)
                    .set(0, row, "FROM", LocalDate.of(2021, 7, 1))
                    .set(0, row, "TO", LocalDate.of(2022, 12, 31))
                    .set(0, row, "MANAGER", "boss-1")
                    .set(0, row, "HIGHER", "boss-2")
                    .set(0, row, "PLAN_APPROVED", LocalDate.of(2023, 5, 20))
                    .set(0, row, "MANAGER_SIGNED", LocalDate.of(2023, 6, 1))
                    .set(0, row, "EMPLOYEE_SIGNATURE", "signed")
                    .set(0, row, "EMPLOYEE_SIGNED", LocalDate.of(2023, 6, 2))
                    .set(0, row, "AGREED", LocalDate.of(2023, 6, 3))
                    .set(0, row, "ARCHIVE_REASON", "The paper original")
                    .set(0, row, "ARCHIVE_DOCUMENT", "File No. 17");
            for (int i = 1; i <= 5; i++) {
                int at = row * 5 + i - 1;
                set(1, at, "KPI_SHEET", row + 1)
                        .set(1, at, "KPI_NUMBER", i)
                        .set(1, at, "KPI_NAME", "Indicator " + i)
                        .set(1, at, "DERIVED_FROM", "Agreement")
                        .set(1, at, "UNIT", "per cent")
                        .set(1, at, "PLANNED", "100")
                        .set(1, at, "DUE", LocalDate.of(2022, 12, 25))
                        .set(1, at, "KEY_RESULT", "Result")
                        .set(1, at, "ACTUAL", i <= achieved ? "100" : "99")
                        .set(1, at, "ACHIEVED", i <= achieved ? "yes" : "no")
                        .set(1, at, "EVIDENCE", i == 1 ? "Report No. 3" : "");
            }
        }

        Book set(int tab, int row, String code, Object value) {
            entries.add(book -> put(cell(book.getSheetAt(tab), row, code), value));
            return this;
        }

        private static Cell cell(Sheet sheet, int row, String code) {
            for (Cell named : sheet.getRow(CODES)) {
                if (named.getStringCellValue().equals(code.toLowerCase(Locale.ROOT))) {
                    Row line =
                            Optional.ofNullable(sheet.getRow(CODES + 1 + row))
                                    .orElseGet(() -> sheet.createRow(CODES + 1 + row));
                    return line.getCell(
                            named.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            }
            throw new IllegalArgumentException(code);
        }

        private static void put(Cell cell, Object value) {
            switch (value) {
                case Integer number -> cell.setCellValue(number);
                case LocalDate day -> cell.setCellValue(day);
                default -> cell.setCellValue(value.toString());
            }
        }

        byte[] bytes() {
            byte[] template = KpiImportTemplate.write(Language.EN);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
                entries.forEach(entry -> entry.accept(book));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                book.write(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Call put(Office in, Book book, Caller by) {
        return in.call("PUT", "/kpi-import.xlsx", by).file(book.bytes(), XLSX);
    }

    private Answer take(Book book) {
        return put(office, book, office.hr).send();
    }

    private static List<Document> all(Office in, String kind) {
        return in.cases().ofBody(kind, in.body, "", Paging.first(50)).orElseThrow().items();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theTemplateIsThereInEachLanguage(Language language) {
        byte[] template =
                office.call("GET", "/kpi-import.xlsx", office.hr)
                        .query("lang", language.code())
                        .bytes();

        assertThat(template).isEqualTo(KpiImportTemplate.write(language));
    }

    @Test
    void eachRowIsAnArchiveEntry_asItWasSigned_andGoesOnFromThere() {
        assertThat(take(new Book()).body().toString())
                .isEqualTo("{\"added\":2,\"unchanged\":0,\"warnings\":[]}");

        assertThat(all(office, Desk.PLAN))
                .extracting(Document::state)
                .containsExactly("APPROVED", "APPROVED");
        Document sheet =
                all(office, Desk.SHEET).stream()
                        .filter(found -> found.content().path("employee").asText().equals("emp-2"))
                        .findFirst()
                        .orElseThrow();
        JsonNode shown = office.get("/kpi-sheets/" + sheet.reference().id(), office.hr).body();
        assertThat(shown.path("state").asText()).isEqualTo("SIGNED");
        assertThat(shown.at("/archive/reason").asText()).isEqualTo("The paper original");
        assertThat(shown.at("/archive/document").asText()).isEqualTo("File No. 17");
        assertThat(shown.path("achieved").asInt()).isEqualTo(4);
        assertThat(shown.path("grade").asText()).isEqualTo("PROPER");
        assertThat(shown.at("/signatures/employee/refused").asText()).isEqualTo("Does not agree");
        assertThat(shown.at("/signatures/manager/on").asText()).isEqualTo("2023-06-01");
        assertThat(shown.at("/signatures/approver/on").asText()).isEqualTo("2023-06-03");
        assertThat(shown.at("/rows/0/evidence/0/text").asText()).isEqualTo("Report No. 3");
        assertThat(office.cases().trail(sheet.reference()).faults()).isEmpty();
        var step = office.at(Desk.SHEET, sheet.reference().id()).put("on", "2023-06-05");
        Answer passed =
                office.post(
                        "/kpi-sheets/" + sheet.reference().id() + "/to-commission",
                        office.hr,
                        step);
        assertThat(passed.status()).as("%s", passed.body()).isEqualTo(200);
        for (String paper : List.of("/kpi-plans/", "/kpi-sheets/")) {
            assertThat(
                            office.call("GET", paper + sheet.reference().id() + ".pdf", office.hr)
                                    .bytes())
                    .startsWith('%', 'P', 'D', 'F');
        }
    }

    @Test
    void aDryRunStoresNothing_andTheSameFileAgainChangesNothing() {
        Answer dry = put(office, new Book(), office.hr).query("check", "true").send();
        assertThat(dry.body().path("added").asInt()).isEqualTo(2);
        assertThat(all(office, Desk.PLAN)).isEmpty();

        take(new Book());
        Answer again = take(new Book());

        assertThat(again.body().path("added").asInt()).isZero();
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(all(office, Desk.SHEET)).extracting(Document::version).containsOnly(1L);
        Answer other = take(new Book().set(0, 0, "ARCHIVE_REASON", "Another"));
        assertThat(other.codes()).containsExactly("ENTERED_OTHERWISE");
        assertThat(other.body().at("/errors/0/cell").asText()).isEqualTo("B5");
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYEE, nobody, UNKNOWN_EMPLOYEE",
        "ACTUAL, '', CELL_REFUSED",
        "AGREED, 2023-05-01, CELL_REFUSED",
        "AGREED, 2027-01-01, IN_FUTURE",
        "MANAGER_SIGNED, 2023-05-01, OUT_OF_ORDER",
        "ARCHIVE_DOCUMENT, 0f8fad5bd9cb469fa16570867728950e, UNKNOWN_DOCUMENT",
        "KPI_NUMBER, 1, CELL_REFUSED"
    })
    void whatIsWrongStandsAtItsCell_andNothingIsStored(String column, String value, String code) {
        boolean indicator = List.of("ACTUAL", "KPI_NUMBER").contains(column);
        Object entered = value.matches("\\d{4}-.*") ? LocalDate.parse(value) : value;
        Book book =
                new Book()
                        .set(
                                indicator ? 1 : 0,
                                1,
                                column,
                                column.equals("KPI_NUMBER") ? Integer.valueOf(1) : entered);

        Answer answer = take(book);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).contains(code);
        assertThat(answer.body().at("/errors/0/cell").asText()).matches("[A-Z]+[56]|[A-Z]+\\d+");
        assertThat(answer.body().at("/errors/0/message").asText()).isNotBlank();
        assertThat(all(office, Desk.PLAN)).isEmpty();
    }

    @Test
    void aPeriodThatBeganAfterItsAssessment_isASlip() {
        Answer answer =
                take(
                        new Book()
                                .set(0, 1, "FROM", LocalDate.of(2025, 7, 1))
                                .set(0, 1, "TO", LocalDate.of(2026, 12, 31)));

        assertThat(answer.codes()).contains("OUT_OF_ORDER");
        assertThat(all(office, Desk.PLAN)).isEmpty();
    }

    @Test
    void whatIsNoWorkbookIsRefused_andOnlyForThePersonnelService() {
        Answer answer =
                office.call("PUT", "/kpi-import.xlsx", office.hr)
                        .file(new byte[] {1, 2, 3}, XLSX)
                        .send();
        assertThat(answer.codes()).containsExactly("FILE_REFUSED");
        for (Caller other : List.of(office.manager, office.head, office.employee)) {
            assertThat(put(office, new Book(), other).send().status()).isEqualTo(403);
        }
        assertThat(put(office, new Book(), office.hr).query("check", "x").send().status())
                .isEqualTo(400);
    }

    @Test
    void killedBetweenTwoRequests_theSameFileFinishesIt() {
        Optional<Answer> answer = Optional.empty();
        for (int number = 1; answer.isEmpty(); number++) {
            Office here = new Office(SANDBOX);

            answer = put(here, new Book(), here.hr).sendDying(number, Crash.Moment.AFTER);
            Answer again = put(here, new Book(), here.hr).send();

            assertThat(again.status()).as("%d: %s", number, again.body()).isEqualTo(200);
            assertThat(all(here, Desk.PLAN)).as("%d", number).hasSize(2);
            assertThat(all(here, Desk.SHEET))
                    .as("%d", number)
                    .hasSize(2)
                    .allMatch(sheet -> sheet.version() == 1);
        }
    }

    /// One person's sheets of this many periods.
    private static Book many(int sheets) {
        Book book = new Book();
        for (int row = 2; row < sheets; row++) {
            book.sheet(row, "emp-1", row % 6);
            book.set(0, row, "FROM", LocalDate.of(2021, 7, 1).plusDays(row));
        }
        return book;
    }

    private int requests(Office in, Book book, int added) {
        return put(in, book, in.hr)
                .requests(answer ->
                        assertThat(answer.body().path("added").asInt())
                                .as("%s", answer.body())
                                .isEqualTo(added));
    }

    /// Two hundred sheets are within the time of one request, and a file that was taken costs as
    /// little.
    @Test
    void tenSheetsMoreAreAtMostFiveRequestsMore() {
        Office few = new Office(SANDBOX);
        Office all = new Office(SANDBOX);
        Book first = many(10);
        Book second = many(200);

        int ten = requests(few, first, 10);
        int twoHundred = requests(all, second, 200);
        int again = requests(all, second, 0);

        assertThat(ten).isLessThanOrEqualTo(10);
        assertThat(twoHundred - ten).isLessThanOrEqualTo(5 * (200 - 10) / 10);
        assertThat(again).isLessThanOrEqualTo(20);
    }

    /// The file's own rows are no less than what stands: nothing is dropped without a word.
    @Test
    void thePersonAndPeriodOfAnotherRow_isOneEntry_orAnError() {
        Book twice = new Book();
        twice.sheet(2, "emp-1", 5);
        Answer same = take(twice);
        Book otherwise = new Book();
        otherwise.sheet(2, "emp-1", 3);
        Office here = new Office(SANDBOX);
        Answer other = put(here, otherwise, here.hr).send();

        assertThat(same.body().path("added").asInt()).as("%s", same.body()).isEqualTo(2);
        assertThat(same.body().path("unchanged").asInt()).isEqualTo(1);
        assertThat(same.body().at("/warnings/0/code").asText()).isEqualTo("EMPLOYEE_AGAIN");
        assertThat(other.codes()).containsExactly("ENTERED_OTHERWISE");
        assertThat(other.body().at("/errors/0/cell").asText()).isEqualTo("B7");
        assertThat(all(here, Desk.PLAN)).isEmpty();
    }

    /// Somebody enters one of the sheets between the check and the writing.
    @Test
    void enteredMeanwhile_isLookedAtAgain() {
        for (int number = 1; number <= 6; number++) {
            Office here = new Office(SANDBOX);
            Book other = new Book().set(0, 1, "ARCHIVE_REASON", "Another");
            Answer answer =
                    put(here, new Book(), here.hr)
                            .sendWhile(number, () -> put(here, other, here.hr).send());

            assertThat(answer.status()).as("%d: %s", number, answer.body()).isIn(200, 400);
            assertThat(all(here, Desk.PLAN)).as("%d", number).hasSize(2);
            assertThat(all(here, Desk.SHEET))
                    .as("%d", number)
                    .hasSize(2)
                    .allMatch(sheet -> sheet.version() == 1);
        }
    }

    @Test
    void nobodyEntersTheirOwnSheet() {
        Answer answer = put(office, new Book(), office.caller("emp-2", Role.HR)).send();

        assertThat(answer.codes()).containsExactly("OWN_CASE");
        assertThat(answer.body().at("/errors/0/cell").asText()).isEqualTo("B6");
    }

    @Test
    void theHrOfAnotherBodyEntersItsOwnPeopleOnly() {
        Caller other = new Caller("hr-9", Set.of(Role.HR), Optional.of(Office.OTHER));

        assertThat(put(office, new Book(), other).send().codes()).containsOnly("UNKNOWN_EMPLOYEE");
    }
}
