package kz.bagalau.forms.report.layout;

import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;

/// A table of a form.
///
/// @param sheet the name of its sheet in our templates
/// @param sections headings between rows, in their order
/// @param groups keys of the texts that the printed form has in place of names
/// @param ends keys of how the text after the table begins
/// @param notHeld keys of the words by which an entry says that it was not held and does not count
/// @param required whether a form without it is incomplete
/// @param total whether a row of totals is printed
/// @param confidential whether rows may be marked "for official use" and are left out (¶57)
/// @param rows how many empty rows a template has
/// @param only the kind of body that fills it in; empty where all do
/// @param headcount the column whose sum has to be the average headcount; empty where none
/// @param outcome the columns of a training whose outcome follows from its dates
/// @param note what is shown to people about it; empty where nothing
/// @param scan the scanned document that belongs to it; empty where none
/// @param entry how an entry of a vertical table is headed, with `%s` for its number
public record Table(
        String id,
        Layout layout,
        LocalText sheet,
        LocalText title,
        String paragraph,
        List<Column> columns,
        List<Section> sections,
        List<String> groups,
        List<Check> checks,
        List<Statement> statements,
        List<String> ends,
        List<String> notHeld,
        boolean required,
        boolean total,
        boolean confidential,
        int rows,
        Optional<BodyKind> only,
        Optional<String> headcount,
        Optional<Outcome> outcome,
        Optional<LocalText> note,
        Optional<LocalText> scan,
        Optional<LocalText> parameters,
        Optional<LocalText> entry) {

    public enum Layout {
        /// One row is one entry.
        LIST,
        /// Rows of units under sections, some of them sums of those beneath them.
        TREE,
        /// A parameter a row, an entry a column.
        VERTICAL
    }

    /// @param begins keys of how its row begins
    public record Section(String id, LocalText label, List<String> begins) {

        public Section {
            begins = List.copyOf(begins);
        }
    }

    /// The sum of the parts may not be greater than the whole, in each row.
    ///
    /// @param warning whether it is only pointed out
    public record Check(List<String> part, String whole, String paragraph, boolean warning) {

        public Check {
            part = List.copyOf(part);
        }
    }

    /// A line beside the table in which the sender states a count.
    ///
    /// @param fact the fact that it states; empty where it states the number of rows
    public record Statement(LocalText label, List<String> names, Optional<String> fact) {

        public Statement {
            names = List.copyOf(names);
        }
    }

    /// @param due column of the date a training was due
    /// @param done column of the date it was completed
    public record Outcome(String due, String done, String outcome) {}

    public Table {
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
        groups = List.copyOf(groups);
        checks = List.copyOf(checks);
        statements = List.copyOf(statements);
        ends = List.copyOf(ends);
        notHeld = List.copyOf(notHeld);
    }

    /// Throws [IllegalArgumentException] where there is no such column.
    public Column column(String columnId) {
        return columns.stream()
                .filter(column -> column.id().equals(columnId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no column " + columnId));
    }

    /// The columns that can be added up.
    public List<Column> figures() {
        return columns.stream()
                .filter(column -> column.type().numeric() && column.type() != Column.Type.PERCENT)
                .toList();
    }

    /// Whether a row is a unit and its figures, and nothing else has to stand in it by which it
    /// differs from a total.
    public boolean ofUnits() {
        return layout != Layout.VERTICAL
                && !figures().isEmpty()
                && columns.stream()
                        .filter(Column::required)
                        .allMatch(column ->
                                column.type() == Column.Type.TEXT || figures().contains(column))
                && columns.stream().filter(column -> column.type() == Column.Type.TEXT).count()
                        <= 1;
    }

    public boolean concerns(BodyKind kind) {
        return only.isEmpty() || only.get() == kind;
    }
}
