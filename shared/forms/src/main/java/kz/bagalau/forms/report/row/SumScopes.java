package kz.bagalau.forms.report.row;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.report.row.Tree.Item;
import kz.bagalau.forms.report.row.Tree.Level;

/// Finds the rows of a tree that sum up others by their number, their place or their words, and
/// what each may sum up. A total may stand above or below its units, and may be one of all of them,
/// of a section, of a group, or of the units since the last total.
public final class SumScopes {

    // How far up the parts of a whole are looked for that has no row of its own.
    private static final int MOST_ROWS = 500;

    private final Tree tree;

    private SumScopes(Tree tree) {
        this.tree = tree;
    }

    public static List<SumRow> of(Tree tree) {
        SumScopes scopes = new SumScopes(tree);
        return tree.items().stream()
                .filter(item -> item.stated() && !tree.leaf(item))
                .map(scopes::row)
                .toList();
    }

    private SumRow row(Item item) {
        return new SumRow(
                item.at(),
                item.level() == Level.TOTAL ? ofTotal(item) : List.of(tree.beneath(item)));
    }

    private List<Scope> ofTotal(Item total) {
        int at = total.at();
        int section = tree.sectionOf(at);
        int sectionEnd = tree.sectionEnd(at);
        List<Scope> scopes = new ArrayList<>();
        add(scopes, tree.beneath(total));
        add(scopes, range(0, at));
        add(scopes, range(0, tree.size()));
        add(scopes, range(section, at));
        add(scopes, range(section, sectionEnd));
        add(scopes, range(tree.groupOf(at), at));
        add(scopes, range(above(at), at));
        add(scopes, range(at + 1, below(at)));
        add(scopes, range(at + 1, sectionEnd));
        addSubtrees(scopes, at);
        return scopes.isEmpty() ? List.of(new Scope.Range(0, at)) : scopes;
    }

    /// The parts of the wholes under which the last unit above stands: a total may close each.
    private void addSubtrees(List<Scope> scopes, int at) {
        if (at == 0) {
            return;
        }
        tree.item(at - 1)
                .number()
                .ifPresent(last -> {
                    for (int size = last.path().size() - 1; size > 0; size--) {
                        OutlineNumber whole = new OutlineNumber(last.path().subList(0, size));
                        int from = at;
                        while (from > Math.max(tree.sectionOf(at), at - MOST_ROWS)
                                && tree.item(from - 1)
                                        .number()
                                        .filter(number ->
                                                number.within(whole) || number.equals(whole))
                                        .isPresent()) {
                            from--;
                        }
                        add(scopes, range(from, at));
                    }
                });
    }

    /// The first row after the last total, group or section above.
    private int above(int at) {
        int from = at;
        while (from > 0 && tree.item(from - 1).level() == Level.UNIT) {
            from--;
        }
        return from;
    }

    private int below(int at) {
        int to = at + 1;
        while (to < tree.size() && tree.item(to).level() == Level.UNIT) {
            to++;
        }
        return to;
    }

    private static Scope range(int from, int to) {
        return new Scope.Range(from, Math.max(from, to));
    }

    /// A scope without a row that counts explains nothing.
    private void add(List<Scope> scopes, Scope scope) {
        if (tree.anyLeaf(scope) && !scopes.contains(scope)) {
            scopes.add(scope);
        }
    }
}
