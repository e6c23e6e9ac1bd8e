package kz.bagalau.forms.report.reading;

import java.util.List;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// Something to be reported about a filled form, and where it stands.
///
/// @param sheet empty where it concerns the file as a whole
/// @param cell such as `C7`; empty where it concerns the sheet as a whole
/// @param name for programs: the code's, or that of the refusal for a file that is not read
/// @param message in three languages, since whoever reads it later may speak another one
public record FormProblem(String sheet, String cell, Code code, String name, LocalText message) {

    private static final Texts TEXTS = Texts.beside(FormProblem.class, "problems.properties");

    public enum Code {
        /// The file cannot be read; the name says why.
        REFUSED,
        WRONG_FORM,
        WRONG_VERSION,
        TABLE_MISSING(true),
        TABLE_TWICE,
        TABLE_EMPTY(true),
        TABLE_WITHOUT_ROWS,
        TABLE_NOT_ASKED,
        COLUMN_MISSING(true),
        COLUMN_TWICE,
        VALUE_MISSING(true),
        /// As VALUE_MISSING, where the value is a number.
        FIGURE_MISSING(true),
        VALUE_TWICE,
        NO_FIGURES(true),
        NOT_A_NUMBER,
        NOT_WHOLE,
        NEGATIVE,
        TOO_LARGE,
        TOO_PRECISE,
        NOT_A_DATE,
        NOT_A_TIME,
        NOT_A_MOMENT,
        ALL_AT_MIDNIGHT,
        SCHEDULE_OF_NOBODY,
        /// Employees under acts of flexible time whom no row names, so that their acts do not
        /// count.
        ACT_OF_NOBODY,
        NOT_IN_YEAR,
        NOT_A_WORD,
        NOT_A_MARK,
        MARK_MISSING(true),
        MARK_TWICE,
        NOT_A_BIN,
        ERROR_VALUE,
        NOT_CALCULATED,
        /// What stands in the cell cannot be understood.
        CELL_NOT_READ,
        PART_GREATER,
        TOTAL_DIFFERS,
        STATED_DIFFERS,
        HEADCOUNT_DIFFERS,
        OUTCOME_CONTRADICTS,
        WORD_MISSING(true),
        ROW_NOT_READ,
        TOO_MANY_ROWS,
        SCAN_MISSING,
        NOT_IN_MONTH,
        UNKNOWN_PERSON,
        /// Somebody came on a working day, and no working time of theirs or of their unit is given.
        NO_SCHEDULE(true),
        SCHEDULE_TWICE,
        /// A person and a unit are called the same.
        SCHEDULE_OF_TWO,
        EXITS_MISSING,
        ENTRIES_MISSING,
        PASSAGES_REPEATED,
        /// Passages of the days before and after the month, which are only the other ends of stays.
        NEIGHBOURING,
        /// Working time that ends at midnight or on the next day.
        ENDS_NEXT_DAY,
        /// An act of the employer that goes on over midnight for more than half a day.
        ACT_ENDS_NEXT_DAY,
        /// Rows that the sheet does not show, and that count.
        ROWS_HIDDEN,
        /// Columns that the sheet does not show, and that count.
        COLUMNS_HIDDEN,
        /// A sheet that the workbook does not show, and that is not read.
        SHEET_HIDDEN;

        private final boolean incomplete;

        Code() {
            this(false);
        }

        Code(boolean incomplete) {
            this.incomplete = incomplete;
        }

        /// Whether something is missing that the form demands (¶2(27)).
        public boolean incomplete() {
            return incomplete;
        }
    }

    /// @param details what the message names, each in three languages
    public static FormProblem of(String sheet, String cell, Code code, LocalText... details) {
        LocalText text = TEXTS.text(code.name());
        return new FormProblem(
                sheet,
                cell,
                code,
                code.name(),
                new LocalText(
                        text.kk().formatted(List.of(details).stream().map(LocalText::kk).toArray()),
                        text.ru().formatted(List.of(details).stream().map(LocalText::ru).toArray()),
                        text.en()
                                .formatted(
                                        List.of(details).stream().map(LocalText::en).toArray())));
    }

    public static FormProblem of(Refusal refusal) {
        return new FormProblem(
                refusal.sheet(),
                refusal.cell(),
                Code.REFUSED,
                refusal.code().name(),
                refusal.message());
    }

    /// A detail that is the same in every language.
    public static LocalText same(Object value) {
        String text = String.valueOf(value);
        return new LocalText(text, text, text);
    }
}
