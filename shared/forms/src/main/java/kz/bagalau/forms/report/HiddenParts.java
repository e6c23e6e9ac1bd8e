package kz.bagalau.forms.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.Located;
import kz.bagalau.forms.report.place.Place;
import kz.bagalau.forms.report.place.TableStream;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.workbook.IncomingSheet;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.Refusal;

/// What of the tables of a sheet its sender does not see, and what counts all the same: rows that a
/// filter or a hand has hidden, and hidden columns.
final class HiddenParts {

    /// How many rows or columns a message names.
    private static final int NAMED = 10;

    private final String sheet;
    private final Set<Integer> hidden;
    private final TreeSet<Integer> rows = new TreeSet<>();
    private final TreeSet<Integer> columns = new TreeSet<>();
    private int count;

    /// @param hiddenColumns those that the sheet does not show, 1 for A
    HiddenParts(String sheet, Set<Integer> hiddenColumns) {
        this.sheet = sheet;
        this.hidden = Set.copyOf(hiddenColumns);
    }

    /// Warns of the hidden rows and columns of a table.
    static void warn(Place place, Findings findings) {
        HiddenParts parts = new HiddenParts(place.sheet().name(), place.sheet().hiddenColumns());
        for (Row row : place.rows()) {
            if (place.transposed()) {
                parts.meetParameters(row);
            } else {
                parts.meet(place.located(), row);
            }
        }
        parts.warn(findings);
    }

    /// Warns of a hidden sheet with one of the tables, which is not read.
    static void warnOfSheet(IncomingSheet sheet, List<Table> wanted, Findings findings) {
        TableStream tables = new TableStream(wanted, (_, _) -> {}, (_, _) -> {});
        // What keeps a sheet from being read that is not read concerns nobody.
        Optional<Refusal> _ = sheet.read(tables);
        if (!tables.finish().isEmpty()) {
            findings.warning(
                    FormProblem.of(
                            sheet.name(), "", Code.SHEET_HIDDEN, FormProblem.same(sheet.name())));
        }
    }

    /// Takes a row under the headings of a table.
    void meet(Located located, Row row) {
        if (!row.hidden() && hidden.isEmpty()) {
            return;
        }
        boolean any = false;
        for (int place : located.columns().values()) {
            if (!Entry.empty(row.cell(place))) {
                any = true;
                if (hidden.contains(place)) {
                    columns.add(place);
                }
            }
        }
        if (any && row.hidden()) {
            count++;
            if (rows.size() < NAMED) {
                rows.add(row.number());
            }
        }
    }

    /// Takes a row of a table whose parameters stand one beneath the other.
    private void meetParameters(Row row) {
        boolean any = false;
        for (Cell cell : row.cells()) {
            any |= !Entry.empty(cell);
            if (hidden.contains(cell.column())) {
                columns.add(cell.column());
            }
        }
        if (any && row.hidden()) {
            count++;
            if (rows.size() < NAMED) {
                rows.add(row.number());
            }
        }
    }

    void warn(Findings findings) {
        if (count > 0) {
            findings.warning(
                    FormProblem.of(
                            sheet,
                            Cell.address(rows.first(), 1),
                            Code.ROWS_HIDDEN,
                            FormProblem.same(
                                    named(rows.stream().map(String::valueOf).toList(), count))));
        }
        if (!columns.isEmpty()) {
            findings.warning(
                    FormProblem.of(
                            sheet,
                            Cell.address(1, columns.first()),
                            Code.COLUMNS_HIDDEN,
                            FormProblem.same(
                                    named(
                                            columns.stream().map(HiddenParts::letters).toList(),
                                            columns.size()))));
        }
    }

    private static String letters(int column) {
        return Cell.address(1, column).replace("1", "");
    }

    private static String named(Collection<String> names, int count) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (count > NAMED ? ", … (" + count + ")" : "");
    }
}
