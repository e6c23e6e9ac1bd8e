package kz.bagalau.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The numbers that one act sets, read from a table beside a class: formula, name, value, unit,
/// paragraph, meaning. The table is compared with the act line by line; formulas ask it by name.
public final class ParameterTable {

    private static final int CELLS = 6;

    private final String table;
    private final Map<String, Map<String, Parameter>> byFormula = new LinkedHashMap<>();

    private ParameterTable(String table) {
        this.table = table;
    }

    /// Throws [IllegalStateException] where the table is missing, a row has another number of cells
    /// or an unknown unit, and where a name stands twice for one formula.
    ///
    /// @param act cites a paragraph of the act whose numbers these are
    public static ParameterTable read(
            Class<?> beside, String table, Function<String, Citation> act) {
        ParameterTable read = new ParameterTable(table);
        for (List<String> row : Rows.of(beside, table, CELLS)) {
            read.add(
                    new Parameter(
                            row.get(0),
                            row.get(1),
                            Decimals.of(row.get(2)),
                            read.unit(row.get(3)),
                            row.get(5),
                            act.apply(row.get(4))));
        }
        return read;
    }

    /// A formula made of its numbers. Throws [IllegalStateException] where it asks for a name or a
    /// unit that the table does not give it, and where it leaves one of its rows unread.
    public <F> F formula(String formula, Function<Parameters, F> made) {
        Parameters parameters =
                new Parameters(table, formula, byFormula.getOrDefault(formula, Map.of()));
        F complete = made.apply(parameters);
        parameters.requireAllRead();
        return complete;
    }

    /// One number of a formula, for whoever checks what the formula is given.
    public Parameter get(String formula, String name, ParameterUnit unit) {
        return new Parameters(table, formula, byFormula.getOrDefault(formula, Map.of()))
                .get(name, unit);
    }

    /// The only number that the act sets for this name, such as the highest points of a criterion.
    public Parameter only(String formula, String name, ParameterUnit unit) {
        return formula(formula, parameters -> parameters.get(name, unit));
    }

    /// Every number, in the order of the table.
    public List<Parameter> all() {
        return byFormula.values().stream().flatMap(names -> names.values().stream()).toList();
    }

    private void add(Parameter parameter) {
        Parameter before =
                byFormula
                        .computeIfAbsent(parameter.formula(), _ -> new LinkedHashMap<>())
                        .put(parameter.name(), parameter);
        if (before != null) {
            throw new IllegalStateException(
                    "%s: %s %s stands twice"
                            .formatted(table, parameter.formula(), parameter.name()));
        }
    }

    private ParameterUnit unit(String id) {
        return Arrays.stream(ParameterUnit.values())
                .filter(unit -> unit.id().equals(id))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(table + ": no unit " + id));
    }
}
