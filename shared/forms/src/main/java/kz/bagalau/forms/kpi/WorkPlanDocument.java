package kz.bagalau.forms.kpi;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.rules.Language;

/// An individual work plan on paper (PDF): Annex 9 of No. 02-17/15. The same plan gives the same
/// bytes.
public final class WorkPlanDocument {

    private static final List<Integer> WIDTHS = List.of(5, 20, 21, 12, 12, 13, 17);

    private final WorkPlan plan;
    private final KpiWords words;
    private final AnnexPages annex;

    private WorkPlanDocument(WorkPlan plan, Language language) {
        this.plan = plan;
        words = new KpiWords(language);
        annex = new AnnexPages(words, 9, plan.body());
    }

    public static byte[] write(WorkPlan plan, Language language) {
        WorkPlanDocument document = new WorkPlanDocument(plan, language);
        return document.annex.print(
                document.words.text("plan.name"), plan.reference(), plan.draft(), document::print);
    }

    private void print(PrintedPages pages) {
        annex.head(pages, words.text("approve.manager"), "", plan.approver());
        pages.text(title(), Style.FORM_TITLE);
        pages.blocks(
                List.of(
                        Block.of(1)
                                .field(words.text("plan.employee"), plan.employee())
                                .field(words.text("plan.position"), words.in(plan.position()))
                                .field(words.text("plan.unit"), words.in(plan.unit()))));
        pages.text("", Style.SMALL);
        pages.table(new Table(WIDTHS, words.headings("plan", 7), AnnexPages.TABLE, rows()));
        pages.text(words.text("plan.footnote"), Style.SMALL);
        annex.signatures(
                pages, words.text("initials"), plan.employeeSigned(), plan.managerSigned());
        annex.archive(pages, plan.archive());
    }

    /// The period is the last line. A period that is no calendar year has its days besides.
    private String title() {
        Period period = plan.period();
        String title =
                words.text("plan.title", words.in(plan.body().inTitle()))
                        + "\n"
                        + words.text("plan.period", period.years());
        return period.wholeYear() ? title : title + "\n" + period.days(words.written());
    }

    private List<Row> rows() {
        Written written = words.written();
        List<Row> rows = new ArrayList<>();
        for (WorkPlan.Row row : plan.rows()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.left(row.name()),
                            Cell.left(row.derivedFrom()),
                            Cell.left(row.unit()),
                            Cell.left(row.planned()),
                            Cell.centre(written.day(row.due())),
                            Cell.left(row.keyResult())));
        }
        return rows;
    }
}
