package kz.bagalau.forms.report.layout;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a fact, or an aid for the analyst, follows from the rows of a table.
///
/// @param name of the fact or aid
/// @param optional whether it may be missing where its columns are empty
public record Measure(String name, String table, Operation operation, boolean optional) {

    public sealed interface Operation {
        /// The columns that it reads.
        List<String> columns();
    }

    /// The sum of columns over all rows.
    public record Sum(List<String> columns) implements Operation {}

    /// The mean of a column over all rows.
    public record Mean(List<String> columns) implements Operation {}

    /// The sum of a column over all rows, divided by a fixed number.
    public record Average(List<String> columns, int by) implements Operation {}

    /// The sum of the first column over that of the second, in per cent.
    public record Share(List<String> columns) implements Operation {}

    /// The number of rows in which the columns say one of the words.
    public record Count(Map<String, Set<String>> where) implements Operation {

        @Override
        public List<String> columns() {
            return List.copyOf(where.keySet());
        }
    }

    /// The number of rows in which any of the columns says something.
    public record CountAny(List<String> columns) implements Operation {}

    /// The values of the second column in the order of the words of the first.
    public record Series(List<String> columns) implements Operation {}
}
