package kz.bagalau.forms.report.row;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// Why a row of a table is neither counted nor known for something else.
public enum RowNotRead {
    /// A note: nothing stands in the table's columns.
    NO_VALUES,
    BESIDE,
    /// Headings that were sorted together with their rows.
    ABOVE,
    BELOW,
    SUM,
    GROUPS,
    UNNUMBERED,
    NUMBER,
    REPEATED,
    /// It says of itself that it does not count.
    NOT_HELD;

    private static final Texts TEXTS = Texts.beside(RowNotRead.class, "row-not-read.properties");

    public LocalText text() {
        return TEXTS.text(name());
    }
}
