package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.ContractColumns;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.entry.Ranges;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.Located;
import kz.bagalau.forms.report.place.Place;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.report.row.RowKind;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.FactValue;
import org.jspecify.annotations.Nullable;

/// The entries of a table: which rows or columns they are ([UnitRows], [ListRows],
/// [ContractColumns]), what is wrong with them ([EntriesCheck]), and what they say.
final class TableEntries {

    private final Table table;
    private final Place place;
    private final Findings findings;
    private final ReadingContext context;
    private List<Entry> entries = List.of();
    private boolean checked;
    private int excluded;

    TableEntries(Table table, Place place, Findings findings, ReadingContext context) {
        this.table = table;
        this.place = place;
        this.findings = findings;
        this.context = context;
    }

    Table table() {
        return table;
    }

    /// The entries that count.
    List<Entry> entries() {
        return entries;
    }

    /// How many rows were left out because they are for official use.
    int excluded() {
        return excluded;
    }

    boolean checked() {
        return checked;
    }

    String sheet() {
        return place.sheet().name();
    }

    /// Whether any row says something.
    boolean any() {
        if (place.transposed()) {
            return !ContractColumns.of(table, place).entries().isEmpty();
        }
        RowKinds kinds = new RowKinds(table, place.located());
        return place.rows().stream().anyMatch(row -> kinds.of(row) == RowKind.ENTRY);
    }

    /// @param wanted whether a form without entries is to be refused
    void read(boolean wanted) {
        checked = true;
        checkColumns();
        if (place.transposed()) {
            ContractColumns columns = ContractColumns.of(table, place);
            entries = columns.entries();
            excluded = columns.excluded();
        } else {
            TableRows rows = TableRows.of(table, place, findings);
            excluded = rows.excluded();
            entries =
                    table.ofUnits()
                            ? UnitRows.counted(table, rows.rows(), sheet(), findings)
                            : ListRows.counted(table, rows.rows(), sheet(), findings);
        }
        new EntriesCheck(table, place, entries, findings, context).check(wanted, excluded);
    }

    private void checkColumns() {
        Located located = place.located();
        for (Column column : located.missing()) {
            findings.problem(
                    FormProblem.of(
                            sheet(),
                            Cell.address(Math.max(1, located.lastRow()), 1),
                            Code.COLUMN_MISSING,
                            name(column)));
        }
        located.twice()
                .forEach((column, at) ->
                        findings.problem(
                                FormProblem.of(
                                        sheet(),
                                        Cell.address(located.lastRow(), at),
                                        Code.COLUMN_TWICE,
                                        name(table.column(column)))));
    }

    /// Compares the counts that the sender states beside the table with those of its rows.
    void checkStatements(Measures measures, Form form) {
        new Statements(table).check(place.sheet(), this, measures, form, findings);
    }

    Optional<BigDecimal> number(Entry entry, String column) {
        return Figures.stated(table.column(column), entry);
    }

    /// Whether a cell says one of the words; of a mark, whether it is set.
    boolean says(Entry entry, String column, Set<String> words) {
        Column type = table.column(column);
        Optional<Cell> cell = entry.cell(column);
        if (type.type() == Column.Type.MARK) {
            return cell.flatMap(found -> CellCheck.marked(type, found)).orElse(false);
        }
        return cell.flatMap(found -> type.word(found.text()))
                .filter(word -> words.contains(word.id()))
                .isPresent();
    }

    /// A value for each word of a column, in the order of the words.
    Optional<FactValue> series(String words, String values) {
        Map<String, BigDecimal> byWord = new HashMap<>();
        for (Entry entry : entries) {
            entry.cell(words)
                    .flatMap(cell -> table.column(words).word(cell.text()))
                    .ifPresent(word ->
                            number(entry, values)
                                    .ifPresent(number -> byWord.put(word.id(), number)));
        }
        List<BigDecimal> series = new ArrayList<>();
        for (Column.Word word : table.column(words).words()) {
            @Nullable BigDecimal value = byWord.get(word.id());
            if (value == null) {
                return Optional.empty();
            }
            series.add(value);
        }
        return Optional.of(new FactValue.Amounts(series));
    }

    /// The cells of some columns as ranges: `C9:C20, E9:E20`; those of all columns for none.
    String range(List<String> columns) {
        return Ranges.of(entries, columns);
    }

    /// The heading of a column, with the heading above it where it has one.
    private static LocalText name(Column column) {
        return column.groupNames().isEmpty()
                ? column.heading()
                : new LocalText(
                        column.groupHeading().kk() + ": " + column.heading().kk(),
                        column.groupHeading().ru() + ": " + column.heading().ru(),
                        column.groupHeading().en() + ": " + column.heading().en());
    }
}
