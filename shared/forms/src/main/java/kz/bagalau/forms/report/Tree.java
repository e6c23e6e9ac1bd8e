package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kz.bagalau.forms.workbook.Cell;
import kz.bagalau.forms.workbook.Value;

/// Rows of units of which some sum up others: a section all units under it, a group the units down
/// to the next group, and a unit `1.1` the units `1.1.1`, `1.1.2` … directly beneath it. What sums
/// nothing up is a leaf, and only leaves are counted.
final class Tree {

    enum Level {
        SECTION,
        /// One of the printed headings inside a section, such as the territorial units.
        GROUP,
        UNIT
    }

    /// @param path the number of the row, such as `1.1`; empty where it has none
    record Item(Level level, String path, Entry entry) {}

    private static final Pattern PATH = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})*");

    private final List<Item> items;
    private final Predicate<Entry> figures;

    /// @param figures whether a row has numbers
    Tree(List<Item> items, Predicate<Entry> figures) {
        this.items = List.copyOf(items);
        this.figures = figures;
    }

    boolean leaf(Item item) {
        return switch (item.level()) {
            case UNIT -> beneath(item).isEmpty();
            // A section or group that names no units with figures speaks for itself.
            case GROUP, SECTION ->
                    figures.test(item.entry()) && beneath(item).stream().noneMatch(this::counted);
        };
    }

    /// The leaves that a row sums up.
    List<Entry> leaves(Item item) {
        List<Entry> leaves = new ArrayList<>();
        for (Item below : beneath(item)) {
            if (leaf(below)) {
                leaves.add(below.entry());
            }
        }
        return leaves;
    }

    private boolean counted(Item item) {
        return item.level() == Level.UNIT || figures.test(item.entry());
    }

    private List<Item> beneath(Item item) {
        List<Item> beneath = new ArrayList<>();
        for (int i = index(item) + 1; i < items.size() && under(item, items.get(i)); i++) {
            beneath.add(items.get(i));
        }
        return beneath;
    }

    private static boolean under(Item item, Item below) {
        return switch (item.level()) {
            case SECTION -> below.level() != Level.SECTION;
            case GROUP -> below.level() == Level.UNIT;
            case UNIT ->
                    below.level() == Level.UNIT
                            && !item.path().isEmpty()
                            && below.path().startsWith(item.path() + ".");
        };
    }

    private int index(Item item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == item) {
                return i;
            }
        }
        throw new IllegalArgumentException("no item of this tree");
    }

    /// The number of a row. A spreadsheet may have taken `1.2` for the first of February.
    static String path(Optional<Cell> cell) {
        if (cell.isEmpty()) {
            return "";
        }
        String text =
                cell.get().value() instanceof Value.Moment moment
                        ? moment.dateTime().getDayOfMonth()
                                + "."
                                + moment.dateTime().getMonthValue()
                        : cell.get().text();
        String path = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return PATH.matcher(path).matches() ? path : "";
    }
}
