package kz.bagalau.forms.kpi;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.Language;

/// What the three annexes have in common: their head at the right, and what stands after the form.
///
/// @param annex its number
record AnnexPages(KpiWords words, int annex, Body body) {

    static final float TABLE = 8;
    private static final int LEFT_OF_HEAD = 54;
    private static final int HEAD = 46;

    /// @param name of the document, short
    byte[] print(String name, String reference, boolean draft, Consumer<PrintedPages> content) {
        return PrintedPages.print(
                name + " · " + reference,
                words.language(),
                name + " · " + reference,
                words.mark(draft),
                content);
    }

    Language language() {
        return words.language();
    }

    /// Whose annex it is, that it is a form, and who approves.
    ///
    /// @param approve the words on a line of their own
    /// @param label before the approver's name, empty for none
    void head(PrintedPages pages, String approve, String label, Signature approver) {
        Block head =
                new Block(HEAD, List.of())
                        .said(words.text("annex." + annex, words.in(body.inTitle())))
                        .said(words.text("form"))
                        .strong(approve);
        pages.blocks(
                List.of(
                        Block.of(LEFT_OF_HEAD),
                        words.signature(words.text("initials"))
                                .in(head, label, approver, language())));
    }

    /// The employee's and the direct manager's signatures beside one another.
    void signatures(PrintedPages pages, String caption, Signature employee, Signature manager) {
        pages.blocks(
                List.of(
                        words.signature(caption)
                                .in(Block.of(1), words.text("employee"), employee, language()),
                        words.signature(caption)
                                .in(Block.of(1), words.text("manager"), manager, language())));
    }

    void archive(PrintedPages pages, Optional<Archive> archive) {
        archive.ifPresent(entry ->
                pages.text(
                        words.text("ours.archive", entry.reason(), entry.document()), Style.SMALL));
    }
}
