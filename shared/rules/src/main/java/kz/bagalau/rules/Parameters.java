package kz.bagalau.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The numbers of one formula while it is made. It remembers which were read, so that none is left
/// over.
public final class Parameters {

    private final String table;
    private final String formula;
    private final Map<String, Parameter> byName;
    private final String prefix;
    private final Set<String> read;

    Parameters(String table, String formula, Map<String, Parameter> byName) {
        this(table, formula, byName, "", new LinkedHashSet<>());
    }

    private Parameters(
            String table,
            String formula,
            Map<String, Parameter> byName,
            String prefix,
            Set<String> read) {
        this.table = table;
        this.formula = formula;
        this.byName = byName;
        this.prefix = prefix;
        this.read = read;
    }

    /// A number by its name. Throws [IllegalStateException] where the table gives none, or one of
    /// another unit.
    public Parameter get(String name, ParameterUnit unit) {
        Parameter parameter = byName.get(prefix + name);
        if (parameter == null) {
            throw new IllegalStateException(
                    "%s: %s has no %s".formatted(table, formula, prefix + name));
        }
        if (parameter.unit() != unit) {
            throw new IllegalStateException(
                    "%s: %s %s is in %s, not in %s"
                            .formatted(
                                    table,
                                    formula,
                                    prefix + name,
                                    parameter.unit().id(),
                                    unit.id()));
        }
        read.add(prefix + name);
        return parameter;
    }

    public boolean has(String name) {
        return byName.containsKey(prefix + name);
    }

    /// The rows of a table of the act, `row.1.points`, `row.2.points` and so on, in their order.
    public <R> List<R> rows(Function<Parameters, R> row) {
        List<R> rows = new ArrayList<>();
        for (int number = 1; ; number++) {
            String start = prefix + "row." + number + ".";
            if (byName.keySet().stream().noneMatch(name -> name.startsWith(start))) {
                return List.copyOf(rows);
            }
            rows.add(row.apply(new Parameters(table, formula, byName, start, read)));
        }
    }

    void requireAllRead() {
        List<String> left = byName.keySet().stream().filter(name -> !read.contains(name)).toList();
        if (!left.isEmpty()) {
            throw new IllegalStateException(
                    "%s: %s does not read %s".formatted(table, formula, String.join(", ", left)));
        }
    }
}
