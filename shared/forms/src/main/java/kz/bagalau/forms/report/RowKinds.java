package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.HeadingSearch;
import kz.bagalau.forms.report.place.Located;
import kz.bagalau.forms.report.row.FootnoteMarks;
import kz.bagalau.forms.report.row.OutlineNumber;
import kz.bagalau.forms.report.row.RowKind;
import kz.bagalau.forms.report.row.RowWords;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.rules.LocalText;

/// Says what a row beneath the headings of a table is. No row with figures in the table's columns
/// is taken for anything that is passed over, whatever its words.
final class RowKinds {

    private static final Pattern TITLE =
            Pattern.compile(
                    "\\d{1,2}\\s*-?\\s*кесте\\b.*|(таблица|table)\\s*(№\\s*)?\\d{1,2}\\b.*",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_NOTE = 15;

    // The only number of a line of signatures that no count of a body's servants reaches: a
    // phone's.
    private static final BigDecimal PHONE = BigDecimal.valueOf(100_000);

    private final Table table;
    private final Located located;
    private final Statements statements;
    private final boolean tree;
    private int headings;

    RowKinds(Table table, Located located) {
        this.table = table;
        this.located = located;
        this.statements = new Statements(table);
        this.tree = table.layout() == Table.Layout.TREE;
        this.headings = located.lastRow();
    }

    /// Rows are asked about from top to bottom.
    RowKind of(Row row) {
        List<Cell> said = row.cells().stream().filter(cell -> !Entry.empty(cell)).toList();
        if (said.isEmpty()) {
            return RowKind.BLANK;
        }
        if (statements.stands(row)) {
            return RowKind.FURNITURE;
        }
        if (!figures(row)) {
            if (end(said)) {
                return RowKind.END;
            }
            if (again(row)) {
                headings = row.number();
                return RowKind.HEADINGS;
            }
            if (FootnoteMarks.leads(said.getFirst().text())
                    || said.stream().anyMatch(cell -> RowWords.parts(cell.text()))) {
                return RowKind.FURNITURE;
            }
        }
        if (numbersColumns(said)) {
            return RowKind.FURNITURE;
        }
        if (total(said)) {
            return RowKind.TOTAL;
        }
        if (section(row).isPresent()) {
            return RowKind.SECTION;
        }
        return group(said) ? RowKind.GROUP : entry(row, said);
    }

    private RowKind entry(Row row, List<Cell> said) {
        if (table.columns().stream()
                .anyMatch(column -> column.type() != Column.Type.ORDINAL && says(row, column))) {
            return RowKind.ENTRY;
        }
        if (said.size() > 1
                && said.stream().anyMatch(cell -> outside(cell) && cell.number().isPresent())) {
            return RowKind.BESIDE;
        }
        // A number of a row that was not filled in, or a note that begins in the first column.
        boolean note =
                said.size() > 1
                        || outside(said.getFirst())
                        || said.getFirst().text().length() > LONGEST_NOTE;
        return note ? RowKind.NOTE : RowKind.BLANK;
    }

    private boolean says(Row row, Column column) {
        return located.cell(row, column.id()).filter(cell -> !Entry.empty(cell)).isPresent();
    }

    private boolean outside(Cell cell) {
        return !located.columns().containsValue(cell.column());
    }

    /// Whether a row has what a table counts: a number where numbers belong, in other tables a
    /// mark, a day and a word, or a text with its number.
    boolean figures(Row row) {
        if (table.columns().stream().anyMatch(column -> column.type().numeric())) {
            List<BigDecimal> numbers =
                    table.columns().stream()
                            .filter(column -> column.type().numeric())
                            .flatMap(column -> located.cell(row, column.id()).stream())
                            .flatMap(cell -> number(cell).stream())
                            .toList();
            return numbers.size() > 1
                    || numbers.stream().anyMatch(number -> number.compareTo(PHONE) < 0);
        }
        List<Column> said =
                table.columns().stream()
                        .filter(column ->
                                located.cell(row, column.id())
                                        .filter(cell -> valid(column, cell))
                                        .isPresent())
                        .toList();
        boolean marked = said.stream().anyMatch(column -> !column.group().isEmpty());
        return marked || said.size() > 1 || numbered(row);
    }

    private boolean numbered(Row row) {
        boolean number =
                table.columns().stream()
                        .filter(column -> column.type() == Column.Type.ORDINAL)
                        .flatMap(column -> located.cell(row, column.id()).stream())
                        .anyMatch(cell -> !OutlineNumber.readings(cell).isEmpty());
        return number
                && table.columns().stream()
                        .anyMatch(column -> column.type() == Column.Type.TEXT && says(row, column));
    }

    /// A number, also one with a footnote mark; a formula that gives none counts as one.
    private static Optional<BigDecimal> number(Cell cell) {
        return switch (cell.value()) {
            case Value.Uncalculated _, Value.Fault _ -> Optional.of(BigDecimal.ZERO);
            case Value.Text(var text) ->
                    new Cell(
                                    cell.row(),
                                    cell.column(),
                                    new Value.Text(FootnoteMarks.stripped(text)),
                                    false)
                            .percent();
            default -> cell.number();
        };
    }

    private static boolean valid(Column column, Cell cell) {
        return switch (column.type()) {
            case MARK ->
                    !column.group().isEmpty()
                            && CellCheck.marked(column, cell).filter(mark -> mark).isPresent();
            case DATE, MOMENT -> cell.dateTime().isPresent();
            case TIME -> cell.time().isPresent();
            case WORD -> column.word(cell.text()).isPresent();
            default -> false;
        };
    }

    private boolean end(List<Cell> said) {
        String first = said.getFirst().text();
        String key = LookalikeKey.of(first);
        return RowWords.end(first)
                || table.ends().stream().anyMatch(key::startsWith)
                || (said.size() == 1 && TITLE.matcher(first).matches());
    }

    private boolean again(Row row) {
        return HeadingSearch.codes(table, row) >= 2 || headingsAgain(row);
    }

    boolean headingsAgain(Row row) {
        return table.columns().stream()
                        .filter(column ->
                                located.cell(row, column.id())
                                        .filter(cell -> heads(column, cell))
                                        .isPresent())
                        .count()
                >= 2;
    }

    private static boolean heads(Column column, Cell cell) {
        return column.type() != Column.Type.ORDINAL
                && column.type() != Column.Type.MARK
                && column.names().contains(LookalikeKey.of(cell.text()));
    }

    /// A row such as 1, 2, 3 … under the headings of a printed form.
    private boolean numbersColumns(List<Cell> said) {
        boolean ordinal =
                table.columns().stream().anyMatch(column -> column.type() == Column.Type.ORDINAL);
        if (!ordinal || said.size() < 3 || said.getFirst().row() > headings + 2) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).text().equals(Integer.toString(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /// Whether the row's name, or what stands in place of its number or before all its columns,
    /// says that it is a total.
    private boolean total(List<Cell> said) {
        int firstFigure =
                table.columns().stream()
                        .filter(column ->
                                column.type() != Column.Type.ORDINAL
                                        && column.type() != Column.Type.TEXT)
                        .flatMap(column ->
                                Optional.ofNullable(located.columns().get(column.id())).stream())
                        .min(Integer::compare)
                        .orElse(Integer.MAX_VALUE);
        List<Cell> labels = said.stream().filter(cell -> label(cell, firstFigure)).toList();
        if (table.ofUnits()) {
            return labels.stream().anyMatch(cell -> RowWords.total(cell.text()));
        }
        // What else stands in a total are numbers; an entry may be called "Total …" too.
        return !labels.isEmpty()
                && RowWords.beginsTotal(labels.getFirst().text())
                && said.stream()
                        .allMatch(cell -> cell == labels.getFirst() || number(cell).isPresent());
    }

    private boolean label(Cell cell, int firstFigure) {
        boolean named =
                table.columns().stream()
                        .filter(Column::label)
                        .anyMatch(column ->
                                Integer.valueOf(cell.column())
                                        .equals(located.columns().get(column.id())));
        return cell.value() instanceof Value.Text
                && (named || (outside(cell) && cell.column() < firstFigure));
    }

    private boolean group(List<Cell> said) {
        return said.stream()
                .limit(2)
                .anyMatch(cell -> table.groups().contains(LookalikeKey.of(cell.text())));
    }

    /// The section whose heading a row is. In a list a heading stands alone in its row, so that an
    /// entry that begins with the same words stays an entry.
    private Optional<Table.Section> section(Row row) {
        List<String> texts =
                row.cells().stream()
                        .filter(cell -> cell.value() instanceof Value.Text && !cell.blank())
                        .map(cell -> LookalikeKey.of(cell.text()))
                        .toList();
        return table.sections().stream()
                .filter(section -> tree ? heads(section, texts) : headsList(section, row, texts))
                .findFirst();
    }

    private static boolean heads(Table.Section section, List<String> texts) {
        return texts.stream()
                .anyMatch(text -> section.begins().stream().anyMatch(text::startsWith));
    }

    private boolean headsList(Table.Section section, Row row, List<String> texts) {
        return texts.size() <= 2
                && texts.stream().anyMatch(text -> is(section, text))
                && table.columns().stream()
                        .filter(column -> says(row, column))
                        .allMatch(
                                column -> !column.required() || column.type() == Column.Type.TEXT);
    }

    private static boolean is(Table.Section section, String text) {
        return section.begins().contains(text)
                || names(section.label())
                        .anyMatch(name -> LookalikeKey.likeness(name, text) > 0.85);
    }

    private static Stream<String> names(LocalText text) {
        return Stream.of(text.kk(), text.ru(), text.en()).map(LookalikeKey::of);
    }
}
