package kz.bagalau.forms.workbook;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.Refusal;

/// A sheet of a file that somebody sent. A CSV file is one sheet.
public interface IncomingSheet {

    /// The name on its tab; `CSV` for a CSV file.
    String name();

    /// Whether the sender's program does not show it.
    boolean hidden();

    /// The columns that the sender's program does not show, 1 for A.
    default Set<Integer> hiddenColumns() {
        return Set.of();
    }

    /// Hands over the rows that hold anything, from top to bottom, one at a time: the memory needed
    /// does not grow with them. May be called again. Where something in the middle cannot be read,
    /// the rows before it were handed over, and what stopped the reading is returned.
    Optional<Refusal> read(Consumer<Row> reader);
}
