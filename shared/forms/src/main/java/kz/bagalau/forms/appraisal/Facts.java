package kz.bagalau.forms.appraisal;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;

/// A table of two columns: what is said, and what it is.
final class Facts {

    static final float SIZE = 8.5f;
    private static final List<Integer> WIDTHS = List.of(34, 66);

    private final AppraisalWords words;
    private final List<Row> rows = new ArrayList<>();

    Facts(AppraisalWords words) {
        this.words = words;
    }

    /// Adds a line; one without contents is left out.
    Facts with(String label, String contents) {
        if (!contents.isEmpty()) {
            rows.add(Row.of(Cell.left(words.text(label)), Cell.left(contents)));
        }
        return this;
    }

    void print(PrintedPages pages) {
        pages.table(new Table(WIDTHS, List.of(), SIZE, rows));
    }
}
