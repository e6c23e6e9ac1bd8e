package kz.bagalau.forms.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// A column of the workbook from which KPI sheets are imported. Its code, which is the same in
/// every language, stands under its heading.
public enum ImportColumn {
    /// The number of the sheet in this file, which joins the two tables.
    SHEET(ImportTable.SHEETS, Kind.NUMBER, true, 8),
    /// The person in the directory.
    EMPLOYEE(ImportTable.SHEETS, Kind.TEXT, true, 16),
    EMPLOYEE_NAME(ImportTable.SHEETS, Kind.TEXT, true, 28),
    FROM(ImportTable.SHEETS, Kind.DAY, true, 12),
    TO(ImportTable.SHEETS, Kind.DAY, true, 12),
    MANAGER(ImportTable.SHEETS, Kind.TEXT, true, 20),
    HIGHER(ImportTable.SHEETS, Kind.TEXT, true, 18),
    PLAN_APPROVED(ImportTable.SHEETS, Kind.DAY, true, 16),
    MANAGER_SIGNED(ImportTable.SHEETS, Kind.DAY, true, 17),
    /// Signed, refused or absent.
    EMPLOYEE_SIGNATURE(ImportTable.SHEETS, Kind.SIGNATURE, true, 20),
    EMPLOYEE_SIGNED(ImportTable.SHEETS, Kind.DAY, true, 18),
    /// Why there is no signature.
    EMPLOYEE_REASON(ImportTable.SHEETS, Kind.TEXT, false, 22),
    AGREED(ImportTable.SHEETS, Kind.DAY, true, 18),
    /// Compared with the number of indicators achieved.
    GRADE(ImportTable.SHEETS, Kind.GRADE, false, 30),
    ARCHIVE_REASON(ImportTable.SHEETS, Kind.TEXT, true, 26),
    ARCHIVE_DOCUMENT(ImportTable.SHEETS, Kind.TEXT, true, 26),

    KPI_SHEET(ImportTable.INDICATORS, Kind.NUMBER, true, 10),
    KPI_NUMBER(ImportTable.INDICATORS, Kind.NUMBER, true, 12),
    KPI_NAME(ImportTable.INDICATORS, Kind.TEXT, true, 34),
    DERIVED_FROM(ImportTable.INDICATORS, Kind.TEXT, true, 30),
    UNIT(ImportTable.INDICATORS, Kind.TEXT, true, 14),
    PLANNED(ImportTable.INDICATORS, Kind.TEXT, true, 14),
    DUE(ImportTable.INDICATORS, Kind.DAY, true, 14),
    KEY_RESULT(ImportTable.INDICATORS, Kind.TEXT, true, 30),
    ACTUAL(ImportTable.INDICATORS, Kind.TEXT, true, 15),
    ACHIEVED(ImportTable.INDICATORS, Kind.YES_NO, true, 14),
    EVIDENCE(ImportTable.INDICATORS, Kind.TEXT, false, 30);

    /// What a cell holds.
    enum Kind {
        NUMBER,
        TEXT,
        DAY,
        SIGNATURE,
        GRADE,
        YES_NO
    }

    private static final Texts TEXTS = Texts.beside(ImportColumn.class, "import.properties");

    private final ImportTable table;
    private final Kind kind;
    private final boolean required;
    private final double width;

    ImportColumn(ImportTable table, Kind kind, boolean required, double width) {
        this.table = table;
        this.kind = kind;
        this.required = required;
        this.width = width;
    }

    static List<ImportColumn> of(ImportTable table) {
        return Arrays.stream(values()).filter(column -> column.table == table).toList();
    }

    ImportTable table() {
        return table;
    }

    Kind kind() {
        return kind;
    }

    boolean required() {
        return required;
    }

    /// In letters.
    double width() {
        return width;
    }

    /// Under the heading: `employee_name`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public LocalText heading() {
        return TEXTS.text("column." + name());
    }
}
