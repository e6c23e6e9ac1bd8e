package kz.bagalau.forms.report.row;

/// What a row beneath the headings of a table is.
public enum RowKind {
    /// Nothing stands in it, or no more than its number.
    BLANK,
    /// Headings again, codes or numbers of columns, footnotes, stated counts.
    FURNITURE,
    /// The headings of the table again.
    HEADINGS,
    /// A text that stands in none of the table's columns.
    NOTE,
    /// Figures that stand in none of the table's columns.
    BESIDE,
    SECTION,
    /// One of the printed headings inside a section.
    GROUP,
    TOTAL,
    /// A line under the table.
    END,
    ENTRY
}
