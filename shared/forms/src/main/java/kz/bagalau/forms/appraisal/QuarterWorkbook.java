package kz.bagalau.forms.appraisal;

import java.util.List;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// The appraisals of a body for one quarter as a workbook (XLSX). Scores are numbers with all their
/// decimals, shown with two. The same list gives the same bytes.
public final class QuarterWorkbook {

    private final QuarterList list;
    private final AppraisalWords words;

    private QuarterWorkbook(QuarterList list, Language language) {
        this.list = list;
        words = new AppraisalWords(language);
    }

    public static byte[] write(QuarterList list, Language language) {
        return new QuarterWorkbook(list, language).write();
    }

    private byte[] write() {
        String title = words.text("list.quarter.title");
        ListSheet sheet =
                new ListSheet(
                        words,
                        title,
                        words.text("list.quarter.sheet"),
                        8,
                        32,
                        26,
                        26,
                        28,
                        20,
                        9,
                        32,
                        12,
                        10,
                        16);
        sheet.head(
                title,
                list.body(),
                list.act(),
                words.quarter(list.quarter()),
                list.asOf(),
                form(),
                headings());
        for (int i = 0; i < list.rows().size(); i++) {
            row(sheet, i + 1, list.rows().get(i));
        }
        return sheet.bytes("appraisals-quarter/1");
    }

    /// A placeholder as soon as one row was made from one.
    private AppraisalForm.Status form() {
        return list.rows().stream().anyMatch(row -> row.form() == AppraisalForm.Status.PLACEHOLDER)
                ? AppraisalForm.Status.PLACEHOLDER
                : AppraisalForm.Status.OFFICIAL;
    }

    private List<String> headings() {
        return List.of(
                words.text("number"),
                words.text("employee"),
                words.text("unit"),
                words.text("position"),
                words.text("assessor"),
                words.text("state"),
                words.text("score"),
                words.text("grade"),
                words.text("due"),
                words.text("late"),
                words.text("form"));
    }

    private void row(ListSheet sheet, int number, QuarterList.Row row) {
        int at = sheet.next();
        sheet.put(at, 0, Content.of(number), ListSheet.CENTRED);
        sheet.put(at, 1, Content.of(row.employee().name()), ListSheet.TEXT);
        sheet.put(at, 2, Content.of(words.in(row.employee().unit())), ListSheet.TEXT);
        sheet.put(at, 3, Content.of(words.in(row.employee().position())), ListSheet.TEXT);
        sheet.put(
                at,
                4,
                Content.of(row.assessor().isEmpty() ? words.text("none") : row.assessor()),
                ListSheet.TEXT);
        sheet.put(at, 5, Content.of(words.text("state." + row.state())), ListSheet.TEXT);
        sheet.put(
                at,
                6,
                row.score().map(Content::of).orElseGet(Content.Empty::new),
                ListSheet.POINTS);
        sheet.put(
                at,
                7,
                Content.of(row.grade().map(grade -> grade.text().in(words.language())).orElse("")),
                ListSheet.TEXT);
        sheet.put(at, 8, Content.of(row.due()), ListSheet.CENTRED);
        sheet.put(at, 9, Content.of(words.yesOrNo(row.late())), ListSheet.CENTRED);
        sheet.put(at, 10, Content.of(words.text("form." + row.form())), ListSheet.TEXT);
    }
}
