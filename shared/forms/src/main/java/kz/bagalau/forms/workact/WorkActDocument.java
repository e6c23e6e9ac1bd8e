package kz.bagalau.forms.workact;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.forms.printed.Mark;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Texts;

/// An act of order 120 on paper (PDF). The same act gives the same bytes. The order has no form for
/// it: the words are ours.
public final class WorkActDocument {

    private static final Texts TEXTS = Texts.beside(WorkActDocument.class, "workact.properties");
    private static final List<Integer> WIDTHS = List.of(6, 30, 26, 13, 13, 12);
    private static final float SIZE = 8.5f;

    private final WorkAct act;
    private final Language language;
    private final Written written;

    private WorkActDocument(WorkAct act, Language language) {
        this.act = act;
        this.language = language;
        written = new Written(language);
    }

    public static byte[] write(WorkAct act, Language language) {
        WorkActDocument document = new WorkActDocument(act, language);
        String name = document.text("title." + act.kind()) + " · " + act.reference();
        String mark =
                language == Language.EN
                        ? Mark.line(List.of(Mark.UNOFFICIAL_TRANSLATION), language)
                        : "";
        return PrintedPages.print(name, language, name, mark, document::print);
    }

    private void print(PrintedPages pages) {
        pages.text(text("title." + act.kind()), Style.FORM_TITLE);
        pages.text(act.body().in(language), Style.STRONG);
        Block block =
                Block.of(1)
                        .field(text("number"), act.number())
                        .field(text("signedOn"), written.day(act.signedOn()))
                        .field(
                                text("term"),
                                written.day(act.from()) + " – " + written.day(act.to()));
        if (act.place().isPresent()) {
            block = block.field(text("place"), act.place().get());
        }
        pages.blocks(List.of(block));
        pages.text(text("ground"), Style.SMALL_HEADING);
        pages.text(act.ground(), Style.TEXT);
        act.cause()
                .ifPresent(cause -> {
                    pages.text(text("cause"), Style.SMALL_HEADING);
                    pages.text(cause, Style.TEXT);
                });
        pages.text(text("employees"), Style.SMALL_HEADING);
        pages.table(new Table(WIDTHS, headings(), SIZE, rows()));
        pages.text(text("copy"), Style.SMALL);
    }

    private List<String> headings() {
        String basis = act.kind() == WorkAct.Kind.FLEXIBLE ? "hours" : "agreement";
        return List.of("№", text("employee"), text(basis), text("from"), text("to"), text("state"));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (WorkAct.Row row : act.rows()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.left(row.employee()),
                            Cell.left(row.basis()),
                            Cell.centre(written.day(row.from())),
                            Cell.centre(written.day(row.to())),
                            Cell.left(text("state." + row.state()))));
        }
        return rows;
    }

    private String text(String name) {
        return TEXTS.text(name).in(language);
    }
}
