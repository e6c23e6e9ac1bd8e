package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.EntryCheck;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.Located;
import kz.bagalau.forms.report.place.Place;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.rules.Decimals;

/// Reports what is wrong with the entries of a table together.
final class EntriesCheck {

    private final Table table;
    private final Place place;
    private final List<Entry> entries;
    private final Findings findings;
    private final ReadingContext context;

    EntriesCheck(
            Table table,
            Place place,
            List<Entry> entries,
            Findings findings,
            ReadingContext context) {
        this.table = table;
        this.place = place;
        this.entries = entries;
        this.findings = findings;
        this.context = context;
    }

    /// @param wanted whether a form without entries is to be refused
    /// @param excluded how many rows were left out for official use
    void check(boolean wanted, int excluded) {
        EntryCheck each = new EntryCheck(table, findings, context.year());
        entries.forEach(each::check);
        checkUnique();
        checkWords();
        checkHeadcount();
        if (entries.isEmpty()) {
            checkEmpty(wanted, excluded);
        }
    }

    private void checkUnique() {
        for (Column column : table.columns()) {
            Set<String> seen = new HashSet<>();
            for (Entry entry : entries) {
                if (column.unique() && entry.says(column.id())) {
                    Cell cell = entry.cell(column.id()).orElseThrow();
                    String value =
                            column.word(cell.text())
                                    .map(Column.Word::id)
                                    .orElse(LookalikeKey.of(cell.text()));
                    if (!seen.add(value)) {
                        findings.problem(sheet(), cell, Code.VALUE_TWICE, CellCheck.shown(cell));
                    }
                }
            }
        }
    }

    /// Where each word stands once, as the months do, all have to be there.
    private void checkWords() {
        for (Column column : table.columns()) {
            if (column.unique() && !column.words().isEmpty() && !entries.isEmpty()) {
                Set<String> said = new HashSet<>();
                for (Entry entry : entries) {
                    entry.cell(column.id())
                            .flatMap(cell -> column.word(cell.text()))
                            .ifPresent(word -> said.add(word.id()));
                }
                for (Column.Word word : column.words()) {
                    if (!said.contains(word.id())) {
                        findings.problem(
                                FormProblem.of(
                                        sheet(), under(column), Code.WORD_MISSING, word.label()));
                    }
                }
            }
        }
    }

    /// ¶37: z is the average of the monthly headcounts. Units round theirs to two decimals, so the
    /// sum may differ by half a hundredth for each.
    private void checkHeadcount() {
        Optional<BigDecimal> average = context.averageHeadcount();
        if (table.headcount().isEmpty() || average.isEmpty() || entries.isEmpty()) {
            return;
        }
        String column = table.headcount().get();
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : entries) {
            Optional<BigDecimal> number = Figures.stated(table.column(column), entry);
            if (number.isEmpty()) {
                return;
            }
            sum = sum.add(number.get());
        }
        if (sum.subtract(average.get()).abs().compareTo(BigDecimal.valueOf(5L * entries.size(), 3))
                > 0) {
            Cell last = entries.getLast().cell(column).orElseThrow();
            findings.problem(
                    sheet(),
                    last,
                    Code.HEADCOUNT_DIFFERS,
                    FormProblem.same(sum.toPlainString()),
                    FormProblem.same(Decimals.shown(average.get())));
        }
    }

    private void checkEmpty(boolean asked, int excluded) {
        if (!asked) {
            findings.warning(FormProblem.of(sheet(), "", Code.TABLE_WITHOUT_ROWS, table.title()));
            return;
        }
        if (table.statements().isEmpty()) {
            table.columns().stream()
                    .filter(column ->
                            column.required() && place.located().columns().containsKey(column.id()))
                    .forEach(column ->
                            findings.problem(
                                    FormProblem.of(
                                            sheet(),
                                            under(column),
                                            EntryCheck.missing(column),
                                            column.heading())));
            return;
        }
        Statements statements = new Statements(table);
        Table.Statement statement = table.statements().getFirst();
        boolean none =
                statements
                        .stated(place.sheet(), statement)
                        .filter(cell ->
                                Statements.count(cell).filter(n -> n.signum() == 0).isPresent())
                        .isPresent();
        if (!none && excluded == 0) {
            findings.problem(
                    FormProblem.of(
                            sheet(),
                            Cell.address(place.located().lastRow() + 1, 1),
                            Code.TABLE_EMPTY,
                            table.title(),
                            statement.label()));
        }
    }

    private String sheet() {
        return place.sheet().name();
    }

    private String under(Column column) {
        Located located = place.located();
        return Cell.address(located.lastRow() + 1, located.columns().getOrDefault(column.id(), 1));
    }
}
