package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kz.bagalau.forms.workbook.Row;

/// Reads a sheet of any length row by row: finds the headings of a table near its top and hands
/// over the rows beneath them. Holds no more than the rows down to the headings. Use one for each
/// sheet, as the reader of [kz.bagalau.forms.workbook.IncomingSheet#read], and finish it after.
public final class TableStream implements Consumer<Row> {

    /// Within how many rows the headings have to stand.
    public static final int HEADINGS_WITHIN = 60;

    private final HeadingSearch search;
    private final BiConsumer<Located, Row> reader;
    private final List<Row> ahead = new ArrayList<>();
    private Optional<Located> located = Optional.empty();
    private boolean searched;

    /// @param tables of which one may stand in the sheet
    /// @param reader takes each row under the headings, with where its columns stand
    public TableStream(List<Table> tables, BiConsumer<Located, Row> reader) {
        this.search = new HeadingSearch(tables);
        this.reader = reader;
    }

    @Override
    public void accept(Row row) {
        if (!searched) {
            ahead.add(row);
            if (ahead.size() == HEADINGS_WITHIN) {
                search();
            }
        } else {
            located.ifPresent(place -> reader.accept(place, row));
        }
    }

    /// Says that there are no more rows; where the table stands, or empty where there is none.
    public Optional<Located> finish() {
        if (!searched) {
            search();
        }
        return located;
    }

    private void search() {
        searched = true;
        for (int at = 0; at < ahead.size() && located.isEmpty(); at++) {
            located = search.at(ahead, at);
        }
        located.ifPresent(place ->
                ahead.stream()
                        .filter(row -> row.number() > place.lastRow())
                        .forEach(row -> reader.accept(place, row)));
        ahead.clear();
    }
}
