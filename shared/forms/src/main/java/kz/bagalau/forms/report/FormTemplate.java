package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Area;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.operational.fact.BodyKind;

/// Writes a form as an empty workbook: a sheet a table, headings and codes locked, cells that take
/// only what they may, and a stamp that says which form and version it is.
final class FormTemplate {

    private static final Texts TEXTS = Texts.beside(FormTemplate.class, "template.properties");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int MOST_WORDS = 255;
    private static final CellStyle CODE = CellStyle.BOXED.centred().italic().sized(8);
    private static final CellStyle SECTION = CellStyle.BOXED.bold().filled("F2F2F2");

    private final Form form;
    private final Language language;

    private FormTemplate(Form form, Language language) {
        this.form = form;
        this.language = language;
    }

    static byte[] write(Form form, Language language, Optional<BodyKind> kind) {
        FormTemplate template = new FormTemplate(form, language);
        Spreadsheet book = new Spreadsheet(form.title().in(language));
        for (Table table : form.tables()) {
            if (kind.isEmpty() || table.concerns(kind.get())) {
                template.write(table, book.sheet(table.sheet().in(language)));
            }
        }
        return book.stamp("form", form.stamp()).stamp("language", language.code()).bytes();
    }

    private void write(Table table, Sheet sheet) {
        boolean vertical = table.layout() == Table.Layout.VERTICAL;
        int columns = vertical ? table.rows() + 2 : table.columns().size();
        int across = Math.min(columns, 8);
        sheet.widths(widths(table));
        sheet.across(in(form.title()), across, 2, CellStyle.TITLE);
        sheet.across(in(form.place()) + " · " + form.stamp(), across, 1, CellStyle.PLAIN.centred());
        sheet.across(in(TEXTS.text("body")), across, 1, CellStyle.PLAIN.open());
        sheet.across(in(table.title()), across, 2, CellStyle.PLAIN.bold());
        table.note().ifPresent(note -> sheet.across(in(note), across, 4, CellStyle.PLAIN.italic()));
        sheet.skip(1);
        for (Table.Statement statement : table.statements()) {
            int row = sheet.next();
            sheet.put(
                    row,
                    Math.min(1, columns - 1),
                    Content.of(in(statement.label())),
                    CellStyle.BOXED);
            sheet.put(row, Math.min(2, columns), Content.of(""), CellStyle.INPUT);
            sheet.whole(
                    Area.cell(row, Math.min(2, columns)),
                    BigDecimal.ZERO,
                    MOST,
                    in(TEXTS.text("whole")));
        }
        if (!table.statements().isEmpty()) {
            sheet.skip(1);
        }
        if (vertical) {
            writeVertical(table, sheet);
        } else {
            writeRows(table, sheet);
        }
        sheet.skip(1);
        signatures(sheet, across);
        sheet.landscape().lock().foot(form.stamp());
    }

    private void writeRows(Table table, Sheet sheet) {
        boolean grouped = table.columns().stream().anyMatch(column -> !column.group().isEmpty());
        int top = sheet.next();
        if (grouped) {
            writeGroups(table, sheet);
        }
        sheet.row(
                CellStyle.HEADING,
                texts(
                        table.columns(),
                        column -> grouped && column.group().isEmpty() ? "" : in(column.heading())));
        int codes = sheet.row(CODE, texts(table.columns(), Column::code));
        sheet.freeze(codes + 1, 0).repeat(top, codes);
        if (table.sections().isEmpty()) {
            months(table, sheet);
            open(table, sheet, sheet.next(), table.rows() - prefilled(table));
        } else {
            for (int i = 0; i < table.sections().size(); i++) {
                section(table, sheet, i);
            }
        }
        if (table.total()) {
            int row = sheet.next();
            sheet.put(row, 1, Content.of(in(TEXTS.text("total"))), SECTION);
            open(table, sheet, row, 1, 2);
        }
    }

    /// Headings above several columns, and above the others the heading itself, over two rows.
    private void writeGroups(Table table, Sheet sheet) {
        int row = sheet.next();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (column.group().isEmpty()) {
                sheet.put(row, i, Content.of(in(column.heading())), CellStyle.HEADING);
            } else if (i == 0 || !table.columns().get(i - 1).group().equals(column.group())) {
                int last = i;
                while (last + 1 < table.columns().size()
                        && table.columns().get(last + 1).group().equals(column.group())) {
                    last++;
                }
                sheet.apply(Area.row(row, i, last), CellStyle.HEADING);
                sheet.put(row, i, Content.of(in(column.groupHeading())), CellStyle.HEADING);
                sheet.merge(Area.row(row, i, last));
            }
        }
    }

    private void section(Table table, Sheet sheet, int index) {
        Table.Section section = table.sections().get(index);
        int row = sheet.next();
        sheet.apply(Area.row(row, 0, table.columns().size() - 1), SECTION);
        boolean tree = table.layout() == Table.Layout.TREE;
        if (tree) {
            sheet.put(row, 0, Content.of(Integer.toString(index + 1)), SECTION);
        }
        sheet.put(row, 1, Content.of(in(section.label())), SECTION);
        if (tree) {
            // A body without units fills in the row of the section itself.
            open(table, sheet, row, 1, 2);
        }
        open(table, sheet, row + 1, table.rows() / table.sections().size());
    }

    private void months(Table table, Sheet sheet) {
        Column first = table.columns().getFirst();
        if (prefilled(table) > 0) {
            for (Column.Word word : first.words()) {
                int row = sheet.next();
                sheet.put(row, 0, Content.of(in(word.label())), SECTION);
                open(table, sheet, row, 1, 1);
            }
        }
    }

    /// How many rows stand in the template: where every word of the first column stands once.
    private static int prefilled(Table table) {
        Column first = table.columns().getFirst();
        return first.unique() ? first.words().size() : 0;
    }

    private void open(Table table, Sheet sheet, int top, int rows) {
        open(table, sheet, top, rows, 0);
    }

    private void open(Table table, Sheet sheet, int top, int rows, int fromColumn) {
        if (rows < 1) {
            return;
        }
        for (int i = fromColumn; i < table.columns().size(); i++) {
            Area area = Area.column(i, top, top + rows - 1);
            Column column = table.columns().get(i);
            sheet.apply(area, style(column));
            restrict(sheet, area, column);
        }
    }

    private void writeVertical(Table table, Sheet sheet) {
        int top = sheet.next();
        int last = table.rows() + 1;
        sheet.put(top, 0, Content.of("№"), CellStyle.HEADING);
        table.parameters()
                .ifPresent(name -> sheet.put(top, 1, Content.of(in(name)), CellStyle.HEADING));
        for (int i = 2; i <= last; i++) {
            int number = i - 1;
            table.entry()
                    .ifPresent(name ->
                            sheet.put(
                                    top,
                                    number + 1,
                                    Content.of(in(name).formatted(number)),
                                    CellStyle.HEADING));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            int row = top + 1 + i;
            sheet.put(row, 0, Content.of(i + 1 + "."), CellStyle.BOXED);
            sheet.put(row, 1, Content.of(in(column.heading())), CellStyle.BOXED);
            Area area = Area.row(row, 2, last);
            sheet.apply(area, style(column));
            restrict(sheet, area, column);
        }
        sheet.freeze(top + 1, 2);
    }

    private static CellStyle style(Column column) {
        return switch (column.type()) {
            case ORDINAL, TEXT, BIN, WORD -> CellStyle.INPUT.formatted("@");
            case MARK -> CellStyle.INPUT.formatted("@").centred();
            case COUNT -> CellStyle.INPUT.right().formatted("0");
            case DECIMAL, PERCENT -> CellStyle.INPUT.right();
            case DATE -> CellStyle.INPUT.formatted("dd.mm.yyyy");
            case MOMENT -> CellStyle.INPUT.formatted("dd.mm.yyyy hh:mm:ss");
            case TIME -> CellStyle.INPUT.formatted("hh:mm");
        };
    }

    private void restrict(Sheet sheet, Area area, Column column) {
        switch (column.type()) {
            case COUNT -> sheet.whole(area, BigDecimal.ZERO, MOST, in(TEXTS.text("whole")));
            case DECIMAL ->
                    sheet.decimal(
                            area,
                            BigDecimal.ZERO,
                            MOST.multiply(BigDecimal.valueOf(1_000_000)),
                            in(TEXTS.text("decimal")));
            case PERCENT ->
                    sheet.decimal(area, BigDecimal.ZERO, HUNDRED, in(TEXTS.text("percent")));
            case DATE -> sheet.day(area, FIRST_DAY, LAST_DAY, in(TEXTS.text("date")));
            case WORD -> {
                List<String> words = column.words().stream().map(word -> in(word.label())).toList();
                if (String.join(",", words).length() <= MOST_WORDS
                        && words.stream().noneMatch(word -> word.contains(","))) {
                    sheet.choose(area, words, in(TEXTS.text("word")));
                }
            }
            case MARK -> sheet.choose(area, List.of("+"), in(TEXTS.text("mark")));
            case ORDINAL, TEXT, MOMENT, TIME, BIN -> {}
        }
    }

    private void signatures(Sheet sheet, int across) {
        if (form.signed()) {
            for (String line : List.of("head", "unit_head", "day")) {
                sheet.across(in(TEXTS.text(line)), across, 1, CellStyle.PLAIN.open());
            }
        }
    }

    private static double[] widths(Table table) {
        if (table.layout() == Table.Layout.VERTICAL) {
            double[] widths = new double[table.rows() + 2];
            Arrays.fill(widths, 22);
            widths[0] = 5;
            widths[1] = 44;
            return widths;
        }
        return table.columns().stream()
                .mapToDouble(column ->
                        switch (column.type()) {
                            case ORDINAL -> 8;
                            case TEXT -> 36;
                            case MARK -> 10;
                            case COUNT, DECIMAL, PERCENT, TIME -> 20;
                            case DATE, MOMENT, WORD, BIN -> 24;
                        })
                .toArray();
    }

    private static String[] texts(List<Column> columns, Function<Column, String> text) {
        return columns.stream().map(text).toArray(String[]::new);
    }

    private String in(LocalText text) {
        return text.in(language);
    }
}
