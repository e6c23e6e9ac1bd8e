package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.row.Doubt;
import kz.bagalau.forms.report.row.Doubts;
import kz.bagalau.forms.report.row.RowNotRead;
import kz.bagalau.forms.report.row.SumCheck;
import kz.bagalau.forms.report.row.SumCheck.Match;
import kz.bagalau.forms.report.row.SumRow;
import kz.bagalau.forms.report.row.SumScopes;
import kz.bagalau.forms.report.row.TableRow;
import kz.bagalau.forms.report.row.Tree;
import kz.bagalau.forms.report.row.Tree.Item;

/// Decides which rows of a table of units are counted. A row is a unit or a sum by its words, its
/// number or its place. Where these leave it open, the totals of the table decide: they are right
/// for one way of counting only. What they leave open is a problem that names the row.
// DOUBT: the acts print a row for the total and do not say which other rows are totals.
final class UnitRows {

    private final Table table;
    private final Tree tree;
    private final List<SumRow> sums;
    private final List<Doubt> doubts;
    private final BitSet leaves = new BitSet();

    private UnitRows(Table table, List<TableRow> rows) {
        this.table = table;
        this.tree = Tree.of(table, rows);
        this.sums = SumScopes.of(tree);
        this.doubts = Doubts.of(table, tree);
        tree.items().stream().filter(tree::leaf).forEach(item -> leaves.set(item.at()));
    }

    /// The entries of the rows that are counted.
    static List<Entry> counted(Table table, List<TableRow> rows, String sheet, Findings findings) {
        UnitRows units = new UnitRows(table, rows);
        BitSet counted = units.decide(sheet, findings);
        return counted.stream()
                .mapToObj(units.tree::item)
                .filter(item -> item.stated() || !Tree.placeholder(item.entry()))
                .map(Item::entry)
                .toList();
    }

    private BitSet decide(String sheet, Findings findings) {
        SumCheck asUnits = SumCheck.of(table, tree, sums, leaves);
        List<Doubt> open = open(asUnits);
        if (!open.isEmpty() && !asUnits.differences().isEmpty()) {
            BitSet without = withoutSums();
            SumCheck asSums = SumCheck.of(table, tree, sums, without);
            if (asSums.differences().isEmpty() && leftOut(asSums, without)) {
                return without;
            }
        }
        checkCells(sheet, findings);
        for (SumCheck.Difference difference : asUnits.differences()) {
            findings.problem(
                    sheet,
                    difference.cell(),
                    Code.TOTAL_DIFFERS,
                    FormProblem.same(difference.stated().toPlainString()),
                    FormProblem.same(difference.sum().toPlainString()));
        }
        BitSet named = new BitSet();
        for (Doubt doubt : open) {
            if (!named.get(doubt.at())) {
                named.set(doubt.at());
                findings.problem(
                        sheet,
                        Tree.cell(tree.item(doubt.at())),
                        Code.ROW_NOT_READ,
                        doubt.reason().text());
            }
        }
        return leaves;
    }

    /// The doubts that no total settles by being the sum of all rows concerned.
    private List<Doubt> open(SumCheck check) {
        List<Doubt> open = new ArrayList<>();
        for (Doubt doubt : doubts) {
            if (check.matches().stream().noneMatch(match -> settles(match, doubt))) {
                open.add(doubt);
            }
        }
        return open;
    }

    private boolean settles(Match match, Doubt doubt) {
        return match.scope().covers(doubt.rows()) && states(match.row(), tree.item(doubt.at()));
    }

    /// Whether a total has a figure in every column in which a row has one.
    private boolean states(SumRow sum, Item item) {
        List<Column> columns = table.figures();
        Entry total = tree.item(sum.at()).entry();
        for (int i = 0; i < columns.size(); i++) {
            if (item.figures().amounts().get(i).signum() != 0
                    && Figures.stated(columns.get(i), total).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// The leaves without those that are the sum of others.
    private BitSet withoutSums() {
        BitSet without = (BitSet) leaves.clone();
        doubts.stream()
                .filter(doubt -> doubt.reason() == RowNotRead.SUM)
                .forEach(doubt -> without.clear(doubt.at()));
        return without;
    }

    /// Whether totals are right because every row in doubt is a sum and left out.
    private boolean leftOut(SumCheck check, BitSet counted) {
        return doubts.stream()
                .allMatch(doubt ->
                        (!counted.get(doubt.at()) || doubt.reason() != RowNotRead.SUM)
                                && check.matches().stream()
                                        .anyMatch(match -> settles(match, doubt)));
    }

    /// A sum has to be a number, as any figure.
    private void checkCells(String sheet, Findings findings) {
        CellCheck cells = new CellCheck(findings, 0);
        for (SumRow sum : sums) {
            for (Column column : table.figures()) {
                tree.item(sum.at())
                        .entry()
                        .cell(column.id())
                        .filter(cell -> !Entry.empty(cell))
                        .filter(_ -> Figures.stated(column, tree.item(sum.at()).entry()).isEmpty())
                        .ifPresent(cell -> cells.check(sheet, column, cell));
            }
        }
    }
}
