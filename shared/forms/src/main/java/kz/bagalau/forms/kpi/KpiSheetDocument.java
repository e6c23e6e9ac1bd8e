package kz.bagalau.forms.kpi;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.rules.Language;

/// An assessment sheet on paper (PDF): Annex 10 of No. 02-17/15. The result is printed with the
/// label of ¶49; the words in brackets under it are the form's hint, of which "тиімді" means
/// another grade. The same sheet gives the same bytes.
public final class KpiSheetDocument {

    private static final List<Integer> WIDTHS = List.of(7, 31, 13, 14, 16, 19);

    private final KpiSheet sheet;
    private final KpiWords words;
    private final AnnexPages annex;

    private KpiSheetDocument(KpiSheet sheet, Language language) {
        this.sheet = sheet;
        words = new KpiWords(language);
        annex = new AnnexPages(words, 10, sheet.body());
    }

    public static byte[] write(KpiSheet sheet, Language language) {
        KpiSheetDocument document = new KpiSheetDocument(sheet, language);
        return document.annex.print(
                document.words.text("sheet.title"),
                sheet.reference(),
                sheet.draft(),
                document::print);
    }

    private void print(PrintedPages pages) {
        annex.head(pages, words.text("approve"), words.text("higher"), sheet.approver());
        pages.text(words.text("sheet.title"), Style.FORM_TITLE);
        pages.blocks(
                List.of(
                        Block.of(1)
                                .field(sheet.employee() + ", " + words.in(sheet.position()))
                                .caption(words.text("sheet.employee"))
                                .field(period())
                                .caption(words.text("sheet.period"))));
        pages.text("", Style.SMALL);
        pages.table(new Table(WIDTHS, words.headings("sheet", 6), AnnexPages.TABLE, rows()));
        pages.blocks(
                List.of(
                        Block.of(1)
                                .field(
                                        words.text("sheet.result"),
                                        sheet.grade()
                                                .map(grade -> grade.text().in(words.language()))
                                                .orElse(""))
                                .caption(words.text("sheet.hint"))));
        annex.signatures(pages, words.text("name"), sheet.employeeSigned(), sheet.managerSigned());
        annex.archive(pages, sheet.archive());
    }

    private String period() {
        return sheet.period().wholeYear()
                ? words.text("sheet.year", sheet.period().years())
                : sheet.period().days(words.written());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (KpiSheet.Row row : sheet.rows()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.left(row.name()),
                            Cell.left(row.unit()),
                            Cell.left(row.planned()),
                            Cell.left(row.actual()),
                            Cell.left(row.achieved().map(this::achieved).orElse(""))));
        }
        return rows;
    }

    private String achieved(boolean achieved) {
        return words.text(achieved ? "sheet.achieved" : "sheet.not_achieved");
    }
}
