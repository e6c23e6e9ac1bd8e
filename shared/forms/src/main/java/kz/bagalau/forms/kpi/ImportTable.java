package kz.bagalau.forms.kpi;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// One of the two tables from which KPI sheets are imported, each on a sheet of its own.
public enum ImportTable {
    /// A row for each assessment sheet.
    SHEETS(100),
    /// A row for each indicator.
    INDICATORS(500);

    private static final Texts TEXTS = Texts.beside(ImportTable.class, "import.properties");

    private final int rows;

    ImportTable(int rows) {
        this.rows = rows;
    }

    /// How many rows the template has.
    int rows() {
        return rows;
    }

    /// The name on the tab.
    public LocalText tab() {
        return TEXTS.text("tab." + name());
    }

    LocalText hint() {
        return TEXTS.text("hint." + name());
    }
}
