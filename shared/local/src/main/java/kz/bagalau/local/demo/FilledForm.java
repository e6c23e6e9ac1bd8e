package kz.bagalau.local.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.bagalau.forms.report.Form;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;
import org.jspecify.annotations.Nullable;

/// A form as a body fills it in: headings and codes as in the empty form, and rows beneath them.
public final class FilledForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private record Row(Optional<String> section, Map<String, Object> values) {}

    private final Form form;
    private final Language language;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    public FilledForm(Form form, Language language) {
        this.form = form;
        this.language = language;
    }

    /// A row of a table that has no sections.
    ///
    /// @param values texts, numbers, days and moments by the id of their column; the id of a word
    ///   stands for it
    public FilledForm row(String table, Map<String, Object> values) {
        return add(table, new Row(Optional.empty(), values));
    }

    public FilledForm row(String table, String section, Map<String, Object> values) {
        return add(table, new Row(Optional.of(section), values));
    }

    private FilledForm add(String table, Row row) {
        rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
        return this;
    }

    /// The workbook, with those tables that have rows.
    public byte[] bytes() {
        Spreadsheet book = new Spreadsheet(form.title().in(language));
        rows.forEach((id, entries) -> {
            Table table = form.table(id);
            write(table, entries, book.sheet(table.sheet().in(language)));
        });
        return book.stamp("form", form.stamp()).stamp("language", language.code()).bytes();
    }

    /// The same rows as a system exports them that knows no workbooks: tables without sections, one
    /// below the other, separated by semicolons.
    public byte[] csv() {
        StringBuilder lines = new StringBuilder();
        rows.forEach((id, entries) -> {
            Table table = form.table(id);
            line(lines, List.of(headings(table)));
            for (Row row : entries) {
                line(
                        lines,
                        table.columns().stream()
                                .map(column -> text(content(column, row.values().get(column.id()))))
                                .toList());
            }
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder lines, List<String> fields) {
        lines.append(
                        fields.stream()
                                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private static String text(Content content) {
        return switch (content) {
            case Content.Text(var text) -> text;
            case Content.Number(var number) -> number.toPlainString();
            case Content.Day(var day) -> DAY.format(day);
            case Content.Moment(var moment) -> MOMENT.format(moment);
            case Content.Empty() -> "";
        };
    }

    private void write(Table table, List<Row> entries, Sheet sheet) {
        int across = Math.min(table.columns().size(), 8);
        sheet.across(form.title().in(language), across, 2, CellStyle.TITLE);
        sheet.across(table.title().in(language), across, 2, CellStyle.PLAIN.bold());
        sheet.skip(1);
        if (table.layout() == Table.Layout.VERTICAL) {
            vertical(table, entries, sheet);
            return;
        }
        sheet.row(CellStyle.HEADING, headings(table));
        sheet.row(CellStyle.BOXED.centred(), codes(table));
        if (table.sections().isEmpty()) {
            number(table, entries, "", sheet);
        }
        for (int i = 0; i < table.sections().size(); i++) {
            Table.Section section = table.sections().get(i);
            boolean tree = table.layout() == Table.Layout.TREE;
            sheet.row(
                    CellStyle.BOXED.bold(),
                    Content.of(tree ? Integer.toString(i + 1) : ""),
                    Content.of(section.label().in(language)));
            number(
                    table,
                    entries.stream()
                            .filter(row -> row.section().filter(section.id()::equals).isPresent())
                            .toList(),
                    tree ? i + 1 + "." : "",
                    sheet);
        }
    }

    private void number(Table table, List<Row> entries, String prefix, Sheet sheet) {
        int number = 1;
        for (Row row : entries) {
            List<Content> cells = new ArrayList<>();
            for (Column column : table.columns()) {
                cells.add(
                        column.type() == Column.Type.ORDINAL
                                ? Content.of(prefix + number)
                                : content(column, row.values().get(column.id())));
            }
            sheet.row(CellStyle.BOXED, cells.toArray(Content[]::new));
            number++;
        }
    }

    /// A parameter a row, an entry a column.
    private void vertical(Table table, List<Row> entries, Sheet sheet) {
        List<Content> head = new ArrayList<>();
        head.add(Content.of("№"));
        head.add(Content.of(table.parameters().map(name -> name.in(language)).orElse("")));
        for (int i = 1; i <= entries.size(); i++) {
            int number = i;
            head.add(
                    Content.of(
                            table.entry()
                                    .map(name -> name.in(language).formatted(number))
                                    .orElse("")));
        }
        sheet.row(CellStyle.HEADING, head.toArray(Content[]::new));
        int number = 1;
        for (Column column : table.columns()) {
            List<Content> cells = new ArrayList<>();
            cells.add(Content.of(number + "."));
            cells.add(Content.of(column.heading().in(language)));
            entries.forEach(row -> cells.add(content(column, row.values().get(column.id()))));
            sheet.row(CellStyle.BOXED, cells.toArray(Content[]::new));
            number++;
        }
    }

    private String[] headings(Table table) {
        return table.columns().stream()
                .map(column -> column.heading().in(language))
                .toArray(String[]::new);
    }

    private static String[] codes(Table table) {
        return table.columns().stream().map(Column::code).toArray(String[]::new);
    }

    private Content content(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> new Content.Empty();
            case String text ->
                    Content.of(
                            column.words().stream()
                                    .filter(word -> word.id().equals(text))
                                    .map(word -> word.label().in(language))
                                    .findFirst()
                                    .orElse(text));
            case Integer count -> Content.of(count);
            case BigDecimal number -> Content.of(number);
            case LocalDate day -> Content.of(day);
            case LocalDateTime moment -> Content.of(moment);
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
