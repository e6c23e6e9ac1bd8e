package kz.bagalau.forms.report.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.Place;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;

/// The entries of a table whose parameters stand one beneath the other: one for each column beside
/// them that says anything, such as a contract.
public final class ContractColumns {

    private final Table table;
    private final Place place;
    private final int names;
    private final List<Entry> entries = new ArrayList<>();
    private int excluded;

    private ContractColumns(Table table, Place place) {
        this.table = table;
        this.place = place;
        this.names = place.located().columns().values().stream().findFirst().orElse(1);
    }

    public static ContractColumns of(Table table, Place place) {
        ContractColumns columns = new ContractColumns(table, place);
        columns.read();
        return columns;
    }

    public List<Entry> entries() {
        return entries;
    }

    /// How many are for official use (¶57).
    public int excluded() {
        return excluded;
    }

    private void read() {
        Map<String, Row> block = new LinkedHashMap<>();
        for (Row row : place.rows()) {
            Optional<Column> parameter = Place.parameter(table, row.cell(names));
            if (parameter.isPresent()) {
                if (block.containsKey(parameter.get().id())) {
                    readBlock(block);
                    block.clear();
                }
                block.put(parameter.get().id(), row);
            }
        }
        readBlock(block);
    }

    private void readBlock(Map<String, Row> block) {
        Set<Integer> columns = new TreeSet<>();
        for (Row row : block.values()) {
            row.cells().stream()
                    .filter(cell -> cell.column() > names && !Entry.empty(cell))
                    .forEach(cell -> columns.add(cell.column()));
        }
        for (int column : columns) {
            Map<String, Cell> found = new HashMap<>();
            block.forEach((parameter, row) -> found.put(parameter, row.cell(column)));
            Entry entry = new Entry(place.sheet().name(), found);
            if (official(entry)) {
                excluded++;
            } else {
                entries.add(entry);
            }
        }
    }

    private boolean official(Entry entry) {
        return entry.cells().values().stream().anyMatch(OfficialUse::says)
                || entry.cell(OfficialUse.COLUMN)
                        .filter(cell -> !Entry.empty(cell))
                        .map(cell ->
                                CellCheck.marked(OfficialUse.mark(place.located()), cell)
                                        .orElse(true))
                        .orElse(false);
    }
}
