package kz.bagalau.forms.kpi;

import java.util.List;
import java.util.function.Function;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// Something wrong, or doubtful, in a file of KPI sheets, and where it stands.
///
/// @param sheet the name on the tab; empty where it concerns the file as a whole
/// @param cell such as `C7`; empty where it concerns the sheet as a whole
public record ImportProblem(String sheet, String cell, Code code, LocalText message) {

    private static final Texts TEXTS = Texts.beside(ImportProblem.class, "import.properties");

    public enum Code {
        /// The file cannot be read; the message says why.
        FILE_REFUSED,
        /// A workbook of ours for something else.
        OTHER_TEMPLATE,
        TABLE_MISSING,
        TABLE_TWICE,
        /// A sheet that holds something and is neither of the two tables.
        SHEET_NOT_READ,
        NOTHING_TO_IMPORT,
        COLUMN_MISSING,
        COLUMN_TWICE,
        COLUMN_UNKNOWN,
        BESIDE_COLUMNS,
        /// A row that was sorted away from under the headings.
        ROW_ABOVE,
        SHEET_HIDDEN,
        COLUMN_HIDDEN,
        ROW_HIDDEN,
        VALUE_MISSING,
        ERROR_VALUE,
        NOT_CALCULATED,
        CELL_NOT_READ,
        TOO_LONG,
        NOT_A_NUMBER,
        NOT_A_DATE,
        NOT_A_WORD,
        SHEET_TWICE,
        SHEET_UNKNOWN,
        /// Not the number of indicators that a plan has (¶47).
        NOT_FIVE,
        INDICATOR_TWICE,
        INDICATOR_OUT_OF_RANGE,
        PERIOD_REVERSED,
        DATES_REVERSED,
        /// Somebody is the manager of himself.
        SELF,
        REASON_MISSING,
        REASON_NOT_ASKED,
        /// The grade is not that of the number of indicators achieved (¶49).
        GRADE_DIFFERS,
        /// The day lies outside the period, which is allowed.
        DUE_OUTSIDE(true),
        /// The same person and period, as with two posts.
        EMPLOYEE_AGAIN(true);

        private final boolean warning;

        Code() {
            this(false);
        }

        Code(boolean warning) {
            this.warning = warning;
        }

        /// Whether the file is imported all the same.
        public boolean warning() {
            return warning;
        }
    }

    static ImportProblem of(String sheet, String cell, Code code, Object... details) {
        return new ImportProblem(
                sheet,
                cell,
                code,
                new LocalText(
                        said(TEXTS.text(code.name()).kk(), details, LocalText::kk),
                        said(TEXTS.text(code.name()).ru(), details, LocalText::ru),
                        said(TEXTS.text(code.name()).en(), details, LocalText::en)));
    }

    static ImportProblem of(Refusal refusal) {
        return new ImportProblem(
                refusal.sheet(), refusal.cell(), Code.FILE_REFUSED, refusal.message());
    }

    private static String said(
            String text, Object[] details, Function<LocalText, String> language) {
        return text.formatted(
                List.of(details).stream()
                        .map(detail ->
                                detail instanceof LocalText local ? language.apply(local) : detail)
                        .toArray());
    }
}
