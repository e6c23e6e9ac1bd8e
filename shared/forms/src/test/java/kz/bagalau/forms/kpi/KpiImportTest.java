package kz.bagalau.forms.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.forms.printed.Xlsx;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.Grade;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KpiImportTest {

    private static FilledImport filled() {
        return new FilledImport(Language.RU);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFilledTemplateIsReadWhole(Language language) {
        assertThat(new FilledImport(language).read())
                .isInstanceOfSatisfying(
                        KpiImport.Accepted.class,
                        accepted -> {
                            assertThat(accepted.warnings()).isEmpty();
                            assertThat(accepted.sheets()).hasSize(2);
                            ImportedSheet first = accepted.sheets().getFirst();
                            assertThat(first.employee()).isEqualTo("p-101");
                            assertThat(first.period())
                                    .isEqualTo(
                                            new Period(
                                                    LocalDate.of(2021, 7, 1),
                                                    LocalDate.of(2022, 12, 31)));
                            assertThat(first.manager()).isEqualTo("p-7");
                            assertThat(first.higher()).isEqualTo("p-1");
                            assertThat(first.employeeSigned())
                                    .isEqualTo(
                                            new Signature.Signed(
                                                    "Әбдіғаппарова Гүлнәр",
                                                    LocalDate.of(2023, 6, 2)));
                            assertThat(first.agreed()).isEqualTo(LocalDate.of(2023, 6, 3));
                            assertThat(first.grade()).isEmpty();
                            assertThat(first.archive())
                                    .isEqualTo(new Archive("Қағаз түпнұсқа", "№ 17 іс"));
                            assertThat(first.rows())
                                    .hasSize(5)
                                    .allMatch(ImportedSheet.Row::achieved)
                                    .extracting(ImportedSheet.Row::number)
                                    .containsExactly(1, 2, 3, 4, 5);
                            assertThat(first.place().cells())
                                    .containsEntry(ImportColumn.EMPLOYEE, "B5");
                            ImportedSheet second = accepted.sheets().getLast();
                            assertThat(second.grade()).contains(Grade.PROPER);
                            assertThat(second.employeeSigned())
                                    .isEqualTo(
                                            new Signature.Refused(
                                                    "Әбдіғаппарова Гүлнәр",
                                                    LocalDate.of(2023, 6, 2),
                                                    "келіспейді"));
                            assertThat(second.rows().getLast().achieved()).isFalse();
                            assertThat(second.rows().getLast().actual()).isEqualTo("99");
                            assertThat(second.rows().getLast().place().cells())
                                    .containsEntry(ImportColumn.KPI_NAME, "C14");
                        });
    }

    /// Whoever sorts a sheet with its headings leaves rows above them.
    @ParameterizedTest
    @EnumSource(
            value = ImportColumn.class,
            names = {"SHEET", "KPI_SHEET"})
    void aRowAboveTheHeadingsIsNamed(ImportColumn column) {
        FilledImport sorted =
                filled().on(
                                column,
                                sheet -> {
                                    while (sheet.getNumMergedRegions() > 0) {
                                        sheet.removeMergedRegion(0);
                                    }
                                    sheet.shiftRows(
                                            FilledImport.FIRST_ROW, FilledImport.FIRST_ROW, -4);
                                });

        assertThat(sorted.problems()).contains("ROW_ABOVE@A1");
    }

    /// Each of these breaks one cell, and the problem is at that cell.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | SHEET              |            | VALUE_MISSING
                    0 | SHEET              | 1.5        | NOT_A_NUMBER
                    0 | SHEET              | 0          | NOT_A_NUMBER
                    0 | SHEET              | 99999999999| NOT_A_NUMBER
                    1 | SHEET              | 1          | SHEET_TWICE
                    0 | EMPLOYEE           |            | VALUE_MISSING
                    0 | EMPLOYEE_NAME      |            | VALUE_MISSING
                    0 | FROM               | вчера      | NOT_A_DATE
                    0 | FROM               | 31.02.2022 | NOT_A_DATE
                    0 | FROM               | 2021-07-01 10:00 | NOT_A_DATE
                    0 | TO                 | 01.06.2021 | PERIOD_REVERSED
                    0 | MANAGER            | p-101      | SELF
                    0 | HIGHER             | p-101      | SELF
                    0 | MANAGER            |            | VALUE_MISSING
                    0 | PLAN_APPROVED      |            | VALUE_MISSING
                    0 | MANAGER_SIGNED     | 7          | NOT_A_DATE
                    0 | EMPLOYEE_SIGNATURE | может быть | NOT_A_WORD
                    0 | EMPLOYEE_SIGNED    |            | VALUE_MISSING
                    0 | EMPLOYEE_REASON    | не хочет   | REASON_NOT_ASKED
                    1 | EMPLOYEE_REASON    |            | REASON_MISSING
                    0 | AGREED             | 31.05.2023 | DATES_REVERSED
                    1 | GRADE              | Выполняет функциональные обязанности эффективно | GRADE_DIFFERS
                    0 | GRADE              | тиімді     | NOT_A_WORD
                    0 | ARCHIVE_REASON     |            | VALUE_MISSING
                    0 | ARCHIVE_DOCUMENT   |            | VALUE_MISSING
                    3 | KPI_SHEET          | 7          | SHEET_UNKNOWN
                    3 | KPI_NUMBER         | 6          | INDICATOR_OUT_OF_RANGE
                    3 | KPI_NUMBER         | 2          | INDICATOR_TWICE
                    3 | KPI_NAME           |            | VALUE_MISSING
                    3 | DERIVED_FROM       |            | VALUE_MISSING
                    3 | UNIT               |            | VALUE_MISSING
                    3 | PLANNED            |            | VALUE_MISSING
                    3 | DUE                |            | VALUE_MISSING
                    3 | KEY_RESULT         |            | VALUE_MISSING
                    3 | ACTUAL             |            | VALUE_MISSING
                    3 | ACHIEVED           |            | VALUE_MISSING
                    3 | ACHIEVED           | 99 %       | NOT_A_WORD
                    """)
    void everyErrorIsAtItsCell(
            int row, ImportColumn column, String value, ImportProblem.Code code) {
        KpiImport read = filled().set(row, column, value == null ? "" : value).read();
        assertThat(read).isInstanceOf(KpiImport.Rejected.class);
        assertThat(FilledImport.problems(read))
                .contains(code + "@" + FilledImport.address(row, column));
    }

    @Test
    void allErrorsAreNamedAtOnce_andNothingIsImported() {
        FilledImport file =
                filled().set(0, ImportColumn.EMPLOYEE, "")
                        .set(1, ImportColumn.FROM, "кеше")
                        .set(1, ImportColumn.AGREED, "2023")
                        .set(2, ImportColumn.ACHIEVED, "?")
                        .set(9, ImportColumn.DUE, "ерте");
        assertThat(file.read()).isInstanceOf(KpiImport.Rejected.class);
        assertThat(file.problems())
                .containsExactlyInAnyOrder(
                        "VALUE_MISSING@B5",
                        "NOT_A_DATE@D6",
                        "NOT_A_DATE@M6",
                        "NOT_A_WORD@J7",
                        "NOT_A_DATE@G14");
    }

    /// ¶47: exactly five; the number of the sheet is where it is said.
    @ParameterizedTest
    @CsvSource({"4", "6"})
    void p47_anotherNumberOfIndicatorsIsRefused(int count) {
        FilledImport file = filled();
        if (count == 4) {
            file.on(
                    ImportColumn.KPI_SHEET,
                    sheet -> sheet.removeRow(sheet.getRow(FilledImport.FIRST_ROW)));
        } else {
            file.set(4, ImportColumn.KPI_SHEET, 2).set(4, ImportColumn.KPI_NUMBER, 5);
        }
        assertThat(file.read()).isInstanceOf(KpiImport.Rejected.class);
        assertThat(file.problems()).contains("NOT_FIVE@A5");
    }

    /// V-03: allowed, with a warning; and the same person and period, as with two posts.
    @Test
    void warningsDoNotStopTheImport() {
        FilledImport file =
                filled().set(3, ImportColumn.DUE, "01.02.2023")
                        .set(1, ImportColumn.EMPLOYEE, "p-101");
        assertThat(file.read())
                .isInstanceOfSatisfying(
                        KpiImport.Accepted.class,
                        accepted -> assertThat(accepted.sheets()).hasSize(2));
        assertThat(file.problems())
                .containsExactlyInAnyOrder("DUE_OUTSIDE@G8", "EMPLOYEE_AGAIN@B6");
    }

    @Test
    void nothingThatIsNotShownIsRead() {
        assertThat(
                        filled().on(
                                        ImportColumn.SHEET,
                                        sheet -> sheet.getRow(5).setZeroHeight(true))
                                .problems())
                .contains("ROW_HIDDEN@A6");
        assertThat(
                        filled().on(
                                        ImportColumn.SHEET,
                                        sheet ->
                                                sheet.setColumnHidden(
                                                        FilledImport.index(ImportColumn.MANAGER),
                                                        true))
                                .problems())
                .contains("COLUMN_HIDDEN@F4");
        assertThat(filled().change(book -> book.setSheetHidden(1, true)).read())
                .isInstanceOfSatisfying(
                        KpiImport.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(ImportProblem::code)
                                        .containsExactly(ImportProblem.Code.SHEET_HIDDEN));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() {
        assertThat(
                        filled().on(
                                        ImportColumn.SHEET,
                                        sheet -> sheet.getRow(4).createCell(30).setCellValue("?"))
                                .problems())
                .containsExactly("BESIDE_COLUMNS@AE5");
        assertThat(
                        filled().on(
                                        ImportColumn.SHEET,
                                        sheet -> {
                                            sheet.getRow(3).createCell(30).setCellValue("премия");
                                            sheet.getRow(4).createCell(30).setCellValue("50");
                                        })
                                .problems())
                .containsExactly("COLUMN_UNKNOWN@AE4");
        assertThat(
                        filled().on(
                                        ImportColumn.SHEET,
                                        sheet ->
                                                sheet.getRow(3)
                                                        .createCell(30)
                                                        .setCellValue("manager"))
                                .problems())
                .containsExactly("COLUMN_TWICE@AE4");
        assertThat(
                        filled().change(book ->
                                        book.createSheet("Ескерту")
                                                .createRow(2)
                                                .createCell(1)
                                                .setCellValue("!"))
                                .problems())
                .containsExactly("SHEET_NOT_READ@B3");
        assertThat(
                        filled().on(
                                        ImportColumn.KPI_SHEET,
                                        sheet -> {
                                            sheet.getRow(2).getCell(5).setCellValue("x");
                                            sheet.getRow(3).getCell(5).setCellValue("x");
                                        })
                                .problems())
                .contains("COLUMN_MISSING@A4", "COLUMN_UNKNOWN@F3");
        assertThat(filled().change(book -> book.removeSheetAt(1)).problems())
                .containsExactly("TABLE_MISSING@");
        assertThat(filled().change(book -> book.cloneSheet(1)).problems())
                .containsExactly("TABLE_TWICE@");
    }

    @Test
    void aFormulaCountsByItsResult_andOneWithoutIsRefused() {
        FilledImport calculated =
                filled().formula(0, ImportColumn.PLANNED, "\"9\"&\"5\"")
                        .change(book ->
                                book.getCreationHelper().createFormulaEvaluator().evaluateAll());
        assertThat(calculated.read())
                .isInstanceOfSatisfying(
                        KpiImport.Accepted.class,
                        accepted ->
                                assertThat(accepted.sheets().getFirst().rows().getFirst().planned())
                                        .isEqualTo("95"));
        assertThat(
                        filled().on(
                                        ImportColumn.KPI_SHEET,
                                        sheet ->
                                                sheet.getRow(4)
                                                        .getCell(5)
                                                        .setCellErrorValue(
                                                                FormulaError.DIV0.getCode()))
                                .problems())
                .containsExactly("ERROR_VALUE@F5");
    }

    /// 0.95 that the sheet shows as a percentage is 95%, a number has a comma, a day is a day.
    @Test
    void valuesAreReadAsTheSheetShowsThem() {
        FilledImport file =
                filled().set(1, ImportColumn.PLANNED, 12.5)
                        .set(2, ImportColumn.PLANNED, LocalDate.of(2022, 6, 1))
                        .on(
                                ImportColumn.KPI_SHEET,
                                sheet -> {
                                    var book = sheet.getWorkbook();
                                    var percent = book.createCellStyle();
                                    percent.setDataFormat(book.createDataFormat().getFormat("0%"));
                                    var day = book.createCellStyle();
                                    day.setDataFormat(
                                            book.createDataFormat().getFormat("dd.mm.yyyy"));
                                    sheet.getRow(4).getCell(5).setCellValue(0.95);
                                    sheet.getRow(4).getCell(5).setCellStyle(percent);
                                    sheet.getRow(6).getCell(5).setCellStyle(day);
                                });
        assertThat(file.read())
                .isInstanceOfSatisfying(
                        KpiImport.Accepted.class,
                        accepted ->
                                assertThat(accepted.sheets().getFirst().rows())
                                        .extracting(ImportedSheet.Row::planned)
                                        .startsWith("95%", "12,5", "01.06.2022"));
    }

    /// By codes alone, in another order: from a program that writes its own file.
    @Test
    void columnsAreFoundByTheirCodesInAnyOrder() {
        Spreadsheet book = new Spreadsheet("own");
        Sheet sheets = book.sheet("a");
        List<ImportColumn> columns = ImportColumn.of(ImportTable.SHEETS).reversed();
        sheets.row(CellStyle.PLAIN, codes(columns));
        Sheet kpi = book.sheet("b");
        List<ImportColumn> indicators = ImportColumn.of(ImportTable.INDICATORS).reversed();
        kpi.row(CellStyle.PLAIN, codes(indicators));
        sheets.row(
                CellStyle.PLAIN,
                "d",
                "r",
                "",
                "2023-06-03",
                "",
                "2023-06-02",
                "signed",
                "2023-06-01",
                "2023-05-20",
                "p-1",
                "p-7",
                "2022-12-31",
                "2022-01-01",
                "Name",
                "p-101",
                "1");
        for (int i = 1; i <= 5; i++) {
            kpi.row(
                    CellStyle.PLAIN,
                    "",
                    "yes",
                    "100",
                    "key",
                    "2022-12-25",
                    "100",
                    "%",
                    "goal",
                    "kpi " + i,
                    Integer.toString(i),
                    "1");
        }
        assertThat(FilledImport.read(book.bytes()))
                .isInstanceOfSatisfying(
                        KpiImport.Accepted.class,
                        accepted ->
                                assertThat(accepted.sheets())
                                        .singleElement()
                                        .satisfies(sheet ->
                                                assertThat(sheet.higher()).isEqualTo("p-1")));
    }

    private static String[] codes(List<ImportColumn> columns) {
        return columns.stream().map(ImportColumn::code).toArray(String[]::new);
    }

    @Test
    void anEmptyTemplateAndOtherFilesAreRefused() {
        assertThat(codes(FilledImport.read(KpiImportTemplate.write(Language.KK))))
                .containsExactly(ImportProblem.Code.NOTHING_TO_IMPORT);
        assertThat(codes(FilledImport.read("a;b".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(ImportProblem.Code.FILE_REFUSED);
        byte[] other = new Spreadsheet("other").stamp("form", "appendix-8/1").bytes();
        assertThat(codes(FilledImport.read(other))).contains(ImportProblem.Code.OTHER_TEMPLATE);
    }

    private static List<ImportProblem.Code> codes(KpiImport read) {
        return switch (read) {
            case KpiImport.Accepted _ -> List.of();
            case KpiImport.Rejected(var problems) ->
                    problems.stream().map(ImportProblem::code).toList();
        };
    }

    @Test
    void everyProblemHasItsWordsInEveryLanguage() {
        for (ImportProblem.Code code : ImportProblem.Code.values()) {
            ImportProblem problem = ImportProblem.of("s", "A1", code, "x", "y", "z");
            assertThat(Stream.of(Language.values()).map(language -> problem.message().in(language)))
                    .doesNotHaveDuplicates()
                    .noneMatch(message -> message.isBlank() || message.contains("%"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theTemplateHasHeadingsAndCodes_andTheSameBytes(Language language) {
        byte[] template = KpiImportTemplate.write(language);
        List<List<String>> rows = Xlsx.rows(template);
        assertThat(rows.get(2))
                .startsWith(
                        ImportColumn.SHEET.heading().in(language),
                        ImportColumn.EMPLOYEE.heading().in(language));
        assertThat(rows.get(3)).isEqualTo(List.of(codes(ImportColumn.of(ImportTable.SHEETS))));
        assertThat(Xlsx.calculates(template)).isFalse();
        assertThat(KpiImportTemplate.write(language)).isEqualTo(template);
    }

    @Test
    void g03_aSingleWordIsNoGrade() {
        assertThat(ImportWord.grade("тиімді")).isEmpty();
        assertThat(ImportWord.grade(" функционалдық міндеттерді ТИІМДІ орындайды"))
                .isEqualTo(Optional.of(Grade.EFFECTIVE));
    }
}
