package kz.bagalau.forms.monitoring;

import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.forms.printed.SignatureWords;
import kz.bagalau.rules.Language;

/// An act of presence on paper (PDF), with lines to sign by hand. The same act gives the same
/// bytes.
public final class PresenceActDocument {

    private final PresenceAct act;
    private final MonitoringWords words;
    private final SignatureWords form;

    private PresenceActDocument(PresenceAct act, Language language) {
        this.act = act;
        words = new MonitoringWords(language);
        form = new SignatureWords(words.text("name"), words.text("day"), words.text("sign"));
    }

    public static byte[] write(PresenceAct act, Language language) {
        PresenceActDocument document = new PresenceActDocument(act, language);
        String title = document.words.text("act.title");
        return PrintedPages.print(
                title,
                language,
                title + " · " + act.reference(),
                document.words.mark(),
                document::print);
    }

    private void print(PrintedPages pages) {
        pages.text(words.text("act.title"), Style.FORM_TITLE);
        pages.text(words.in(act.body()), Style.STRONG);
        field(pages, "act.person", act.person());
        field(pages, "act.workplace", act.workplace());
        field(pages, "act.observed", words.moment(act.observedAt()));
        field(pages, "act.schedule", schedule());
        field(pages, "act.source", act.source());
        act.minutes().ifPresent(minutes -> field(pages, "act.minutes", Long.toString(minutes)));
        field(pages, "act.reason", act.reason().orElseGet(() -> words.text("none")));
        act.overtimeAct().ifPresent(order -> field(pages, "act.overtime", order));
        if (!act.evidence().isEmpty()) {
            pages.text(words.text("act.evidence"), Style.SMALL_HEADING);
            act.evidence().forEach(one -> pages.text(one, Style.TEXT));
        }
        if (!act.invited().isEmpty()) {
            pages.text(words.text("act.invited"), Style.SMALL_HEADING);
            act.invited().forEach(one -> pages.text(one, Style.TEXT));
        }
        pages.text(words.text("act.officials"), Style.HEADING);
        act.officials().forEach(official -> signature(pages, official));
        pages.text(words.text("act.acquainted"), Style.HEADING);
        signature(pages, act.person());
        pages.text(words.text("act.fact"), Style.SMALL);
        pages.text(words.text("ours"), Style.SMALL);
    }

    private String schedule() {
        return act.start().isPresent() && act.end().isPresent()
                ? act.start().get() + "–" + act.end().get()
                : words.text("act.day_off");
    }

    private void field(PrintedPages pages, String label, String contents) {
        pages.blocks(List.of(Block.of(1).field(words.text(label), contents)));
    }

    private void signature(PrintedPages pages, String name) {
        pages.blocks(List.of(form.in(Block.of(1), "", new Signature.Open(name), words.language())));
    }
}
