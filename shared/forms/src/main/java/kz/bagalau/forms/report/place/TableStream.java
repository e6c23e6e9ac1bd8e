package kz.bagalau.forms.report.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;

/// Reads a sheet of any length row by row: finds the headings of tables and hands over the rows
/// beneath them. The first table begins near the top; further ones, as a CSV file has them, begin
/// wherever a row looks like their headings. Holds no more than the rows down to the first
/// headings. Use one for each sheet, as the reader of
/// [kz.bagalau.forms.workbook.IncomingSheet#read], and finish it after.
public final class TableStream implements Consumer<Row> {

    /// Within how many rows the first headings have to stand.
    public static final int HEADINGS_WITHIN = 60;

    /// Cells by which a row may be the headings of a further table: no row of data has one of our
    /// headings in them.
    private static final int FIRST_CELLS = 2;

    private final HeadingSearch search;
    private final Set<String> headings = new HashSet<>();
    private final BiConsumer<Located, Row> above;
    private final BiConsumer<Located, Row> reader;
    private final List<Row> ahead = new ArrayList<>();
    private final List<Located> found = new ArrayList<>();
    private int wanted = HEADINGS_WITHIN;

    /// @param tables that may stand in the sheet
    /// @param above takes each row over the first headings, with where their columns stand: a
    ///   title, or an entry that was sorted away from under them
    /// @param reader takes each row under headings, with where its columns stand
    public TableStream(
            List<Table> tables, BiConsumer<Located, Row> above, BiConsumer<Located, Row> reader) {
        this.search = new HeadingSearch(tables);
        this.above = above;
        this.reader = reader;
        for (Table table : tables) {
            for (Column column : table.columns()) {
                headings.addAll(column.names());
                headings.add(LookalikeKey.of(column.code()));
            }
        }
    }

    @Override
    public void accept(Row row) {
        if (wanted == 0 && heads(row)) {
            wanted = HeadingSearch.MOST_ROWS;
        }
        if (wanted == 0) {
            handOver(row);
            return;
        }
        ahead.add(row);
        if (ahead.size() == wanted) {
            search();
        }
    }

    /// Says that there are no more rows; where tables stand, from top to bottom.
    public List<Located> finish() {
        search();
        return List.copyOf(found);
    }

    private void search() {
        List<Row> rows = List.copyOf(ahead);
        ahead.clear();
        wanted = 0;
        int at = 0;
        while (at < rows.size()) {
            Optional<Located> place =
                    found.isEmpty() || heads(rows.get(at)) ? search.at(rows, at) : Optional.empty();
            if (place.isEmpty()) {
                handOver(rows.get(at));
                at++;
                continue;
            }
            if (found.isEmpty()) {
                rows.subList(0, at).forEach(row -> above.accept(place.get(), row));
            }
            found.add(place.get());
            while (at < rows.size() && rows.get(at).number() <= place.get().lastRow()) {
                at++;
            }
        }
    }

    private void handOver(Row row) {
        if (!found.isEmpty()) {
            reader.accept(found.getLast(), row);
        }
    }

    private boolean heads(Row row) {
        return row.cells().stream()
                .filter(cell -> cell.value() instanceof Value.Text)
                .limit(FIRST_CELLS)
                .anyMatch(cell -> headings.contains(LookalikeKey.of(cell.text())));
    }
}
