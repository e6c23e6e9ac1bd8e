package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Measure;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.SheetRows;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;

/// The lines beside a table in which the sender states a count: a sentence with the number in it or
/// in the next cell, and nothing else.
final class Statements {

    private static final Pattern STATED = Pattern.compile("(\\d[\\d ]*)[^\\d]*$");

    private final Table table;

    Statements(Table table) {
        this.table = table;
    }

    /// Whether a row is such a line. An entry that begins with the same words has more cells.
    boolean stands(Row row) {
        List<Cell> said = row.cells().stream().filter(cell -> !Entry.empty(cell)).toList();
        return said.size() <= 2
                && said.stream().anyMatch(cell -> of(cell).isPresent())
                && said.stream()
                        .allMatch(cell -> of(cell).isPresent() || cell.number().isPresent());
    }

    /// The cell with the number that a sheet states.
    Optional<Cell> stated(SheetRows sheet, Table.Statement statement) {
        for (Row row : sheet.rows()) {
            if (!stands(row)) {
                continue;
            }
            for (Cell cell : row.cells()) {
                if (of(cell).filter(statement::equals).isPresent()) {
                    if (count(cell).isPresent()) {
                        return Optional.of(cell);
                    }
                    return row.cells().stream()
                            .filter(next -> next.column() > cell.column() && !next.blank())
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Table.Statement> of(Cell cell) {
        String text = LookalikeKey.of(cell.text());
        return table.statements().stream()
                .filter(statement -> statement.names().stream().anyMatch(text::startsWith))
                .findFirst();
    }

    static Optional<BigDecimal> count(Cell cell) {
        if (cell.value() instanceof Value.Text) {
            Matcher matcher = STATED.matcher(cell.text().replace("_", ""));
            String digits = matcher.find() ? matcher.group(1).replace(" ", "") : "";
            return digits.isEmpty() || digits.length() > 9
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(digits));
        }
        return cell.number();
    }

    /// Compares the counts that the sender states with those of the rows.
    void check(
            SheetRows sheet,
            TableEntries entries,
            Measures measures,
            Form form,
            Findings findings) {
        for (Table.Statement statement : table.statements()) {
            Optional<Cell> cell = stated(sheet, statement);
            Optional<BigDecimal> number = cell.flatMap(Statements::count);
            BigDecimal counted =
                    statement
                            .fact()
                            .flatMap(fact -> measure(form, fact))
                            .flatMap(measures::number)
                            .orElse(BigDecimal.valueOf(entries.entries().size()));
            if (cell.isPresent() && number.isPresent() && number.get().compareTo(counted) != 0) {
                findings.problem(
                        sheet.name(),
                        cell.get(),
                        Code.STATED_DIFFERS,
                        FormProblem.same(number.get().toPlainString()),
                        FormProblem.same(counted.toPlainString()));
            }
        }
    }

    private static Optional<Measure> measure(Form form, String fact) {
        return form.facts().stream().filter(measure -> measure.name().equals(fact)).findFirst();
    }
}
