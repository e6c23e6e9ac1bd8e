package kz.bagalau.forms.report.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Cell;
import org.jspecify.annotations.Nullable;

/// Rows of units of which some sum up others: a section all units under it, a group the units down
/// to the next group, and a unit `1.1` the units `1.1.1`, `1.1.2` … of its section, wherever they
/// stand in it. What sums nothing up is a leaf, and only leaves are counted.
public final class Tree {

    enum Level {
        SECTION,
        GROUP,
        UNIT,
        /// Never a leaf.
        TOTAL
    }

    /// @param at its place in the tree, from 0
    /// @param number empty where it has none
    /// @param sure whether the number cannot mean anything else
    /// @param stated whether any figure stands in it
    public record Item(
            int at,
            Level level,
            TableRow row,
            Optional<OutlineNumber> number,
            boolean sure,
            Figures figures,
            boolean stated) {

        public Entry entry() {
            return row.entry();
        }
    }

    private static final int NONE = -1;

    private final List<Item> items;
    private final int[] sections;
    private final int[] groups;
    private final int[] wholes;
    private final boolean[] leaves;
    private final int[] leavesBefore;
    private final Map<Integer, BitSet> parts = new HashMap<>();
    private final int[] sectionEnds;
    private final int[] groupEnds;

    private Tree(List<Item> items) {
        this.items = List.copyOf(items);
        this.sections = starts(false);
        this.groups = starts(true);
        this.sectionEnds = ends(sections);
        this.groupEnds = ends(groups);
        this.wholes = wholes();
        this.leaves = leaves();
        this.leavesBefore = new int[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            leavesBefore[i + 1] = leavesBefore[i] + (leaves[i] ? 1 : 0);
            for (int whole = wholes[i]; whole != NONE; whole = wholes[whole]) {
                parts.computeIfAbsent(whole, _ -> new BitSet()).set(i);
            }
        }
    }

    public static Tree of(Table table, List<TableRow> rows) {
        List<Outline.Choice> numbers = numbers(table, rows);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            items.add(
                    new Item(
                            i,
                            level(row.kind()),
                            row,
                            numbers.get(i).number(),
                            numbers.get(i).sure(),
                            Figures.of(table, row.entry()),
                            table.columns().stream()
                                    .anyMatch(column ->
                                            column.type().numeric()
                                                    && row.entry().says(column.id()))));
        }
        return new Tree(items);
    }

    private static Level level(RowKind kind) {
        return switch (kind) {
            case SECTION -> Level.SECTION;
            case GROUP -> Level.GROUP;
            case TOTAL -> Level.TOTAL;
            default -> Level.UNIT;
        };
    }

    /// The numbers of units, section by section. A total may have one too.
    private static List<Outline.Choice> numbers(Table table, List<TableRow> rows) {
        List<Outline.Choice> all = new ArrayList<>();
        List<List<OutlineNumber>> section = new ArrayList<>();
        for (TableRow row : rows) {
            if (row.kind() == RowKind.SECTION) {
                all.addAll(Outline.of(section));
                section.clear();
                all.add(Outline.Choice.NONE);
            } else {
                section.add(
                        row.kind() == RowKind.GROUP
                                ? List.of()
                                : table.columns().stream()
                                        .filter(column -> column.type() == Column.Type.ORDINAL)
                                        .flatMap(column -> row.entry().cell(column.id()).stream())
                                        .findFirst()
                                        .map(OutlineNumber::readings)
                                        .orElse(List.of()));
            }
        }
        all.addAll(Outline.of(section));
        return all;
    }

    public List<Item> items() {
        return items;
    }

    int size() {
        return items.size();
    }

    public Item item(int at) {
        return items.get(at);
    }

    public boolean leaf(Item item) {
        return leaves[item.at()];
    }

    /// Where the section of a row begins, with its heading where it has one.
    int sectionOf(int at) {
        return sections[at];
    }

    /// Where the section of a row ends; the first row after it.
    int sectionEnd(int at) {
        return sectionEnds[at];
    }

    /// Where the group of a row begins.
    int groupOf(int at) {
        return groups[at];
    }

    private static int[] ends(int[] starts) {
        int[] ends = new int[starts.length];
        for (int i = starts.length - 1; i >= 0; i--) {
            boolean last = i + 1 == starts.length || starts[i + 1] != starts[i];
            ends[i] = last ? i + 1 : ends[i + 1];
        }
        return ends;
    }

    /// The rows that a row sums up by its place or number, itself not among them.
    Scope beneath(Item item) {
        int at = item.at();
        return switch (item.level()) {
            case SECTION -> new Scope.Range(at + 1, sectionEnds[at]);
            case GROUP -> new Scope.Range(at + 1, groupEnds[at]);
            case UNIT, TOTAL -> new Scope.Parts(parts.getOrDefault(at, new BitSet()));
        };
    }

    boolean anyLeaf(Scope scope) {
        return switch (scope) {
            case Scope.Range(var from, var to) -> leavesBefore[to] > leavesBefore[from];
            case Scope.Parts(var places) -> places.stream().anyMatch(at -> leaves[at]);
        };
    }

    private int[] starts(boolean ofGroups) {
        int[] starts = new int[items.size()];
        int start = 0;
        for (int i = 0; i < items.size(); i++) {
            Level level = items.get(i).level();
            if (level == Level.SECTION || (ofGroups && level == Level.GROUP)) {
                start = i;
            }
            starts[i] = start;
        }
        return starts;
    }

    /// The whole of which each row is a part by its number: the innermost in its section, and of
    /// two alike the nearest above it, or else the nearest below.
    private int[] wholes() {
        int[] above = nearest(false);
        int[] below = nearest(true);
        int[] found = new int[items.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = depth(below[i]) > depth(above[i]) ? below[i] : above[i];
        }
        return found;
    }

    private int depth(int at) {
        return at == NONE ? 0 : number(at).map(number -> number.path().size()).orElse(0);
    }

    private int[] nearest(boolean fromBelow) {
        int[] found = new int[items.size()];
        Map<OutlineNumber, Integer> passed = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            int at = fromBelow ? found.length - 1 - i : i;
            boolean section = items.get(at).level() == Level.SECTION;
            if (section && !fromBelow) {
                passed.clear();
            }
            found[at] = whole(at, passed);
            number(at).ifPresent(number -> passed.put(number, at));
            if (section && fromBelow) {
                passed.clear();
            }
        }
        return found;
    }

    private Optional<OutlineNumber> number(int at) {
        Item item = items.get(at);
        return item.level() == Level.UNIT || item.level() == Level.TOTAL
                ? item.number()
                : Optional.empty();
    }

    private int whole(int at, Map<OutlineNumber, Integer> numbers) {
        Optional<OutlineNumber> number = number(at);
        for (int size = number.map(n -> n.path().size()).orElse(0) - 1; size > 0; size--) {
            @Nullable Integer whole =
                    numbers.get(new OutlineNumber(number.orElseThrow().path().subList(0, size)));
            if (whole != null) {
                return whole;
            }
        }
        return NONE;
    }

    private boolean[] leaves() {
        boolean[] wholes = new boolean[items.size()];
        for (int whole : this.wholes) {
            if (whole != NONE) {
                wholes[whole] = true;
            }
        }
        boolean[] found = new boolean[items.size()];
        for (Item item : items) {
            found[item.at()] =
                    switch (item.level()) {
                        case TOTAL -> false;
                        case UNIT -> !wholes[item.at()];
                        // A section or group that names no units speaks for itself.
                        case SECTION ->
                                item.stated() && noneCounted(item.at(), sectionEnds[item.at()]);
                        case GROUP -> item.stated() && noneCounted(item.at(), groupEnds[item.at()]);
                    };
        }
        return found;
    }

    private boolean noneCounted(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Item item = items.get(i);
            if (item.stated() ? item.level() != Level.TOTAL : named(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean named(Item item) {
        return item.level() == Level.UNIT && !placeholder(item.entry());
    }

    /// The dots that the printed form has in place of names.
    public static boolean placeholder(Entry entry) {
        return entry.cell("unit")
                .filter(cell -> !Entry.empty(cell) && LookalikeKey.of(cell.text()).isEmpty())
                .isPresent();
    }

    /// The cell by which a row is named in a message.
    public static Cell cell(Item item) {
        return item.row().first();
    }
}
