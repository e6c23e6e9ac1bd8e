package kz.bagalau.forms.appraisal;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.forms.printed.SignatureWords;
import kz.bagalau.rules.Language;

/// An act of destruction on paper (PDF). The same act gives the same bytes.
public final class DestructionActDocument {

    private static final List<Integer> WIDTHS = List.of(7, 30, 17, 20, 13, 13);
    private static final int LEFT_OF_HEAD = 54;
    private static final int HEAD = 46;

    private final DestructionAct act;
    private final AppraisalWords words;
    private final SignatureWords form;

    private DestructionActDocument(DestructionAct act, Language language) {
        this.act = act;
        words = new AppraisalWords(language);
        form =
                new SignatureWords(
                        words.text("protocol.name"),
                        words.text("protocol.day"),
                        words.text("protocol.sign"));
    }

    public static byte[] write(DestructionAct act, Language language) {
        DestructionActDocument document = new DestructionActDocument(act, language);
        String name = document.words.text("destruction.title") + " · " + act.reference();
        return PrintedPages.print(name, language, name, document.words.mark(), document::print);
    }

    private void print(PrintedPages pages) {
        pages.blocks(
                List.of(
                        Block.of(LEFT_OF_HEAD),
                        signed(
                                Block.of(HEAD).strong(words.text("destruction.approve")),
                                act.approver())));
        pages.text(words.text("destruction.title"), Style.FORM_TITLE);
        pages.blocks(
                List.of(
                        Block.of(1).field(words.text("destruction.number"), act.number()),
                        Block.of(1).field(words.text("protocol.day"), words.day(act.on()))));
        pages.text(words.in(act.body()), Style.STRONG);
        pages.text(words.in(act.act()), Style.TEXT);
        pages.text(words.text("destruction.ground"), Style.TEXT);
        pages.table(new Table(WIDTHS, headings(), Facts.SIZE, rows()));
        pages.text(words.text("destruction.count", act.rows().size()), Style.STRONG);
        pages.text(words.text("destruction.method") + " " + act.method(), Style.TEXT);
        pages.text(words.text("destruction.signers"), Style.HEADING);
        act.signers().forEach(signer -> pages.blocks(List.of(signed(Block.of(1), signer))));
        pages.text(words.text("destruction.ours"), Style.SMALL);
    }

    private Block signed(Block block, DestructionAct.Signer signer) {
        return form.in(
                block.said(words.in(signer.position())), "", signer.signature(), words.language());
    }

    private List<String> headings() {
        return List.of(
                words.text("number"),
                words.text("employee"),
                words.text("period"),
                words.text("destruction.documents"),
                words.text("destruction.completed"),
                words.text("destruction.kept"));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (DestructionAct.Row row : act.rows()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.left(row.employee()),
                            Cell.left(words.quarter(row.quarter())),
                            Cell.left(words.in(row.documents())),
                            Cell.centre(words.day(row.completedOn())),
                            Cell.centre(words.day(row.keptUntil()))));
        }
        return rows;
    }
}
