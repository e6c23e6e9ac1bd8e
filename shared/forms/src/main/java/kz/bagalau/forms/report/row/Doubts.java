package kz.bagalau.forms.report.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.row.Tree.Item;
import kz.bagalau.forms.report.row.Tree.Level;
import org.jspecify.annotations.Nullable;

/// Finds the rows among the leaves of a tree whose figures may be counted twice: rows that are the
/// sum of others and say nothing of it, rows without a number among numbered ones, numbers that do
/// not go on from those above, groups of equal sums, and repetitions. Rows without figures, or with
/// zeros only, cannot be counted twice.
public final class Doubts {

    // How many rows a sum of some of a section is looked for in; that of all of them always is.
    private static final int MOST_ROWS = 100;

    private final Table table;
    private final List<Column> columns;
    private final Tree tree;
    private final List<Item> leaves;
    private final Set<Integer> numberedSections = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<Doubt> doubts = new ArrayList<>();

    private Doubts(Table table, Tree tree) {
        this.table = table;
        this.columns = table.figures();
        this.tree = tree;
        this.leaves =
                tree.items().stream()
                        .filter(item -> tree.leaf(item) && !item.figures().zero())
                        .toList();
        tree.items().stream()
                .filter(item -> item.level() == Level.UNIT && item.number().isPresent())
                .forEach(item -> numberedSections.add(tree.sectionOf(item.at())));
    }

    public static List<Doubt> of(Table table, Tree tree) {
        Doubts doubts = new Doubts(table, tree);
        doubts.findSumsOfAll(doubts.leaves);
        Map<Integer, List<Item>> sections = new HashMap<>();
        for (Item leaf : doubts.leaves) {
            sections.computeIfAbsent(tree.sectionOf(leaf.at()), _ -> new ArrayList<>()).add(leaf);
        }
        for (List<Item> section : sections.values()) {
            doubts.findSumsOfAll(section);
            doubts.findSumsOfSome(section);
            doubts.findUnnumbered(section);
            doubts.findEqualGroups(section);
            doubts.findRepetitions(section);
        }
        doubts.findNumbers();
        return doubts.doubts;
    }

    private void doubt(Item item, RowNotRead reason, BitSet rows) {
        if (known.add(reason + " " + item.at())) {
            doubts.add(new Doubt(item.at(), reason, rows));
        }
    }

    private static BitSet places(List<Item> items) {
        BitSet places = new BitSet();
        items.forEach(item -> places.set(item.at()));
        return places;
    }

    /// A first or last row with the sum of all others is in doubt whatever its number; with the
    /// figures of the only other one where it has none.
    private void findSumsOfAll(List<Item> rows) {
        if (rows.size() < 2) {
            return;
        }
        Figures all = rows.stream().map(Item::figures).reduce(Figures.none(table), Figures::plus);
        for (Item row : List.of(rows.getLast(), rows.getFirst())) {
            boolean sum = row.figures().same(all.minus(row.figures()), columns, rows.size() - 1);
            boolean explained = rows.size() == 2 && (numbered(row) || row.level() != Level.UNIT);
            if (sum && !explained) {
                doubt(row, RowNotRead.SUM, places(rows));
                return;
            }
        }
    }

    private static boolean numbered(Item row) {
        return row.number().isPresent() && row.sure();
    }

    /// Without numbers any row may be the sum of those directly above or below it.
    private void findSumsOfSome(List<Item> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!numbered(rows.get(i))) {
                findSum(rows, i, -1);
                findSum(rows, i, 1);
            }
        }
    }

    private void findSum(List<Item> rows, int at, int step) {
        Item row = rows.get(at);
        Figures sum = Figures.none(table);
        BitSet parts = new BitSet();
        for (int i = at + step;
                i >= 0 && i < rows.size() && parts.cardinality() < MOST_ROWS;
                i += step) {
            sum = sum.plus(rows.get(i).figures());
            parts.set(rows.get(i).at());
            int count = parts.cardinality();
            if (sum.exceeds(row.figures(), columns, count)) {
                return;
            }
            if (count > 1 && sum.same(row.figures(), columns, count)) {
                parts.set(row.at());
                doubt(row, RowNotRead.SUM, parts);
                return;
            }
        }
    }

    private void findUnnumbered(List<Item> rows) {
        BitSet places = places(rows);
        for (Item row : rows) {
            if (row.level() == Level.UNIT
                    && row.number().isEmpty()
                    && numberedSections.contains(tree.sectionOf(row.at()))) {
                doubt(row, RowNotRead.UNNUMBERED, places);
            }
        }
    }

    /// The printed form has groups for departments and for the parts of departments.
    private void findEqualGroups(List<Item> rows) {
        Map<Integer, List<Item>> groups = new TreeMap<>();
        for (Item row : rows) {
            groups.computeIfAbsent(tree.groupOf(row.at()), _ -> new ArrayList<>()).add(row);
        }
        List<Item> above = List.of();
        for (List<Item> group : groups.values()) {
            List<Item> both = new ArrayList<>(above);
            both.addAll(group);
            if (!above.isEmpty()
                    && both.size() > 2
                    && sum(above).same(sum(group), columns, both.size())) {
                BitSet places = places(both);
                both.forEach(row -> doubt(row, RowNotRead.GROUPS, places));
            }
            above = group;
        }
    }

    private Figures sum(List<Item> rows) {
        return rows.stream().map(Item::figures).reduce(Figures.none(table), Figures::plus);
    }

    /// Rows without numbers that stand twice with the same figures, or again on a further page.
    private void findRepetitions(List<Item> rows) {
        Map<String, Integer> pages = new HashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        BitSet places = places(rows);
        for (Item row : rows) {
            String name =
                    row.entry().cell("unit").map(cell -> LookalikeKey.of(cell.text())).orElse("");
            if (row.level() != Level.UNIT || name.isEmpty() || numbered(row)) {
                continue;
            }
            @Nullable Integer page = pages.putIfAbsent(name, row.row().page());
            boolean again = !seen.add(List.of(name, row.figures()));
            if (again || (page != null && page != row.row().page())) {
                doubt(row, RowNotRead.REPEATED, places);
            }
        }
    }

    /// In each part of the table, as sections, groups and totals divide it, numbers go upwards.
    private void findNumbers() {
        Optional<OutlineNumber> above = Optional.empty();
        BitSet part = new BitSet();
        Set<OutlineNumber> passed = new HashSet<>();
        for (Item item : tree.items()) {
            if (item.level() != Level.UNIT) {
                above = Optional.empty();
                part.clear();
                passed.clear();
                continue;
            }
            part.set(item.at());
            if (item.number().isEmpty()) {
                continue;
            }
            OutlineNumber number = item.number().orElseThrow();
            boolean follows = above.map(number::follows).orElse(true) && passed.add(number);
            if (!follows && tree.leaf(item) && !item.figures().zero()) {
                doubt(item, RowNotRead.NUMBER, (BitSet) part.clone());
            }
            above = Optional.of(number);
        }
    }
}
