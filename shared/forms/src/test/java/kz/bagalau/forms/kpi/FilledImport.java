package kz.bagalau.forms.kpi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.Grade;
import kz.bagalau.rules.kpi.KpiGrade;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The template as a body fills it in with another program.
final class FilledImport {

    /// Title, hint, headings and codes stand above.
    static final int FIRST_ROW = 4;

    private static final Map<Language, byte[]> TEMPLATES =
            Stream.of(Language.values())
                    .collect(Collectors.toMap(Function.identity(), KpiImportTemplate::write));

    private final Language language;
    private final List<Consumer<XSSFWorkbook>> changes = new ArrayList<>();

    /// Two sheets: one signed with five indicators achieved, one refused with four.
    FilledImport(Language language) {
        this.language = language;
        sheet(0, 1, 5);
        sheet(1, 2, 4);
        set(1, ImportColumn.EMPLOYEE, "p-102");
        set(1, ImportColumn.EMPLOYEE_SIGNATURE, ImportWord.REFUSED.text().in(language));
        set(1, ImportColumn.EMPLOYEE_REASON, "келіспейді");
        set(1, ImportColumn.GRADE, Grade.PROPER.text().in(language));
    }

    private void sheet(int row, int number, int achieved) {
        set(row, ImportColumn.SHEET, number);
        set(row, ImportColumn.EMPLOYEE, "p-101");
        set(row, ImportColumn.EMPLOYEE_NAME, "Әбдіғаппарова Гүлнәр");
        set(row, ImportColumn.FROM, LocalDate.of(2021, 7, 1));
        set(row, ImportColumn.TO, LocalDate.of(2022, 12, 31));
        set(row, ImportColumn.MANAGER, "p-7");
        set(row, ImportColumn.HIGHER, "p-1");
        set(row, ImportColumn.PLAN_APPROVED, LocalDate.of(2023, 5, 20));
        set(row, ImportColumn.MANAGER_SIGNED, LocalDate.of(2023, 6, 1));
        set(row, ImportColumn.EMPLOYEE_SIGNATURE, ImportWord.SIGNED.text().in(language));
        set(row, ImportColumn.EMPLOYEE_SIGNED, "02.06.2023");
        set(row, ImportColumn.AGREED, LocalDate.of(2023, 6, 3));
        set(row, ImportColumn.ARCHIVE_REASON, "Қағаз түпнұсқа");
        set(row, ImportColumn.ARCHIVE_DOCUMENT, "№ 17 іс");
        for (int i = 1; i <= 5; i++) {
            int at = row * 5 + i - 1;
            set(at, ImportColumn.KPI_SHEET, number);
            set(at, ImportColumn.KPI_NUMBER, i);
            set(at, ImportColumn.KPI_NAME, i + "-көрсеткіш");
            set(at, ImportColumn.DERIVED_FROM, "Келісім");
            set(at, ImportColumn.UNIT, "пайыз");
            set(at, ImportColumn.PLANNED, "100");
            set(at, ImportColumn.DUE, LocalDate.of(2022, 12, 25));
            set(at, ImportColumn.KEY_RESULT, "Нәтиже");
            set(at, ImportColumn.ACTUAL, i <= achieved ? "100" : "99");
            set(
                    at,
                    ImportColumn.ACHIEVED,
                    (i <= achieved ? ImportWord.YES : ImportWord.NO).text().in(language));
        }
    }

    FilledImport set(int row, ImportColumn column, Object value) {
        return on(column, sheet -> put(cell(sheet, row, column), value));
    }

    FilledImport formula(int row, ImportColumn column, String formula) {
        return on(column, sheet -> cell(sheet, row, column).setCellFormula(formula));
    }

    FilledImport on(ImportColumn column, Consumer<Sheet> change) {
        return change(book -> change.accept(book.getSheetAt(column.table().ordinal())));
    }

    FilledImport change(Consumer<XSSFWorkbook> change) {
        changes.add(change);
        return this;
    }

    static int index(ImportColumn column) {
        return ImportColumn.of(column.table()).indexOf(column);
    }

    /// `C5`.
    static String address(int row, ImportColumn column) {
        return kz.bagalau.forms.workbook.cell.Cell.address(FIRST_ROW + row + 1, index(column) + 1);
    }

    private static Cell cell(Sheet sheet, int row, ImportColumn column) {
        Row line = sheet.getRow(FIRST_ROW + row);
        if (line == null) {
            line = sheet.createRow(FIRST_ROW + row);
        }
        return line.getCell(index(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    static void put(Cell cell, Object value) {
        switch (value) {
            case Integer number -> cell.setCellValue(number);
            case Double number -> cell.setCellValue(number);
            case LocalDate day -> cell.setCellValue(day);
            default -> cell.setCellValue(value.toString());
        }
    }

    private byte[] template() {
        return Optional.ofNullable(TEMPLATES.get(language)).orElseThrow();
    }

    byte[] bytes() {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            changes.forEach(change -> change.accept(book));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KpiImport read() {
        return read(bytes());
    }

    static KpiImport read(byte[] bytes) {
        return KpiImportReader.read(bytes, 5, KpiGrade::of);
    }

    /// `VALUE_MISSING@C5`, in the order in which they were found.
    List<String> problems() {
        return problems(read());
    }

    static List<String> problems(KpiImport read) {
        return switch (read) {
            case KpiImport.Accepted(_, var warnings) -> said(warnings);
            case KpiImport.Rejected(var problems) -> said(problems);
        };
    }

    private static List<String> said(List<ImportProblem> problems) {
        return problems.stream().map(problem -> problem.code() + "@" + problem.cell()).toList();
    }
}
