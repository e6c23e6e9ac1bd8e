package kz.bagalau.forms.appraisal;

import java.time.LocalDate;
import java.util.List;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// A list of a body as a workbook: what the list is, its marks, the headings and the rows. The
/// marks stand above the list and at the foot of every printed page.
final class ListSheet {

    static final CellStyle TEXT = CellStyle.BOXED;
    static final CellStyle CENTRED = CellStyle.BOXED.centred();
    static final CellStyle POINTS = CellStyle.BOXED.right().formatted("0.00");

    private static final CellStyle MARK = CellStyle.PLAIN.bold().right();

    private final AppraisalWords words;
    private final Spreadsheet spreadsheet;
    private final Sheet sheet;

    ListSheet(AppraisalWords words, String title, String name, double... widths) {
        this.words = words;
        spreadsheet = new Spreadsheet(title);
        sheet = spreadsheet.sheet(name);
        sheet.widths(widths);
    }

    /// @param about the period in words
    void head(
            String title,
            LocalText body,
            LocalText act,
            String about,
            LocalDate asOf,
            AppraisalForm.Status form,
            List<String> headings) {
        int columns = headings.size();
        String mark = words.mark(form);
        if (!mark.isEmpty()) {
            sheet.across(mark, columns, MARK);
        }
        sheet.across(title, columns, CellStyle.TITLE);
        sheet.across(words.in(body), columns, CellStyle.PLAIN.bold().centred());
        sheet.across(
                about + ", " + words.text("list.as_of", words.day(asOf)),
                columns,
                CellStyle.PLAIN.centred());
        sheet.across(words.in(act), columns, CellStyle.PLAIN.centred());
        sheet.across(words.text("confidential"), columns, CellStyle.PLAIN.italic().centred());
        int heading = sheet.row(CellStyle.HEADING, headings.toArray(String[]::new));
        sheet.freeze(heading + 1, 2)
                .repeat(heading, heading)
                .landscape()
                .foot(mark.isEmpty() ? title : title + " · " + mark);
    }

    int next() {
        return sheet.next();
    }

    void put(int row, int column, Content content, CellStyle style) {
        sheet.put(row, column, content, style);
    }

    byte[] bytes(String document) {
        sheet.lock();
        return spreadsheet.stamp("document", document).bytes();
    }
}
