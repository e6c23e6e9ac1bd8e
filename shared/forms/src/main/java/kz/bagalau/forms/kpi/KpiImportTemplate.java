package kz.bagalau.forms.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.bagalau.forms.workbook.cell.Area;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Texts;

/// The empty workbook (XLSX) in which a body gives the KPI sheets that it kept in Excel: a row for
/// each sheet on the first tab, a row for each indicator on the second.
public final class KpiImportTemplate {

    static final String FORM = "form";
    static final String STAMP = "kpi-import/1";

    private static final Texts TEXTS = Texts.beside(KpiImportTemplate.class, "import.properties");
    private static final BigDecimal MOST = BigDecimal.valueOf(9_999);
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final CellStyle CODE = CellStyle.BOXED.centred().italic().sized(8);
    private static final CellStyle TEXT = CellStyle.INPUT.formatted("@");
    private static final CellStyle DAY = CellStyle.INPUT.formatted("dd.mm.yyyy");

    private KpiImportTemplate() {}

    public static byte[] write(Language language) {
        Spreadsheet book = new Spreadsheet(TEXTS.text("title").in(language));
        for (ImportTable table : ImportTable.values()) {
            write(book.sheet(table.tab().in(language)), table, language);
        }
        return book.stamp(FORM, STAMP).stamp("language", language.code()).bytes();
    }

    private static void write(Sheet sheet, ImportTable table, Language language) {
        List<ImportColumn> columns = ImportColumn.of(table);
        sheet.widths(columns.stream().mapToDouble(ImportColumn::width).toArray());
        sheet.across(TEXTS.text("title").in(language), columns.size(), CellStyle.TITLE);
        sheet.across(table.hint().in(language), columns.size(), CellStyle.PLAIN.italic());
        sheet.row(
                CellStyle.HEADING,
                columns.stream()
                        .map(column -> column.heading().in(language))
                        .toArray(String[]::new));
        int codes =
                sheet.row(CODE, columns.stream().map(ImportColumn::code).toArray(String[]::new));
        for (int column = 0; column < columns.size(); column++) {
            open(
                    sheet,
                    Area.column(column, codes + 1, codes + table.rows()),
                    columns.get(column),
                    language);
        }
        sheet.freeze(codes + 1, 1).repeat(codes - 1, codes).landscape().foot(STAMP).lock();
    }

    private static void open(Sheet sheet, Area area, ImportColumn column, Language language) {
        List<String> choices = ImportWord.choices(column.kind(), language);
        switch (column.kind()) {
            case TEXT -> sheet.apply(area, TEXT);
            case DAY ->
                    sheet.apply(area, DAY)
                            .day(area, FIRST_DAY, LAST_DAY, TEXTS.text("allowed.day").in(language));
            case NUMBER ->
                    sheet.apply(area, CellStyle.INPUT)
                            .whole(
                                    area,
                                    BigDecimal.ONE,
                                    MOST,
                                    TEXTS.text("allowed.number").in(language));
            case SIGNATURE, GRADE, YES_NO ->
                    sheet.apply(area, TEXT)
                            .choose(area, choices, TEXTS.text("allowed.word").in(language));
        }
    }
}
