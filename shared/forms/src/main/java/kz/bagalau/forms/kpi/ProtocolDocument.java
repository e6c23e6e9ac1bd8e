package kz.bagalau.forms.kpi;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.forms.printed.SignatureWords;
import kz.bagalau.rules.Language;

/// A protocol of the Assessment Commission on paper (PDF): Annex 11 of No. 02-17/15. What the form
/// has no place for, the votes by name and decisions that were reviewed, stands on pages after it,
/// which say so. The same protocol gives the same bytes.
public final class ProtocolDocument {

    private static final List<Integer> WIDTHS = List.of(8, 22, 26, 24, 20);
    private static final List<Integer> VOTE_WIDTHS = List.of(70, 30);
    private static final List<Integer> EARLIER_WIDTHS = List.of(26, 24, 28, 22);
    private static final int NAME = 68;
    private static final int DAY = 32;

    private final CommissionProtocol protocol;
    private final KpiWords words;
    private final AnnexPages annex;

    private ProtocolDocument(CommissionProtocol protocol, Language language) {
        this.protocol = protocol;
        words = new KpiWords(language);
        annex = new AnnexPages(words, 11, protocol.body());
    }

    public static byte[] write(CommissionProtocol protocol, Language language) {
        ProtocolDocument document = new ProtocolDocument(protocol, language);
        return document.annex.print(
                document.words.text("protocol.title"),
                protocol.reference(),
                protocol.draft(),
                document::print);
    }

    private void print(PrintedPages pages) {
        form(pages);
        if (protocol.meeting().isPresent() || !protocol.earlier().isEmpty()) {
            pages.turn().text(words.text("ours.title"), Style.TITLE);
            protocol.meeting().ifPresent(meeting -> meeting(pages, meeting));
            earlier(pages);
        }
    }

    private void form(PrintedPages pages) {
        annex.head(pages, words.text("approve.official"), "", protocol.approver());
        pages.text(words.text("protocol.title"), Style.FORM_TITLE);
        pages.blocks(
                List.of(
                        Block.of(1)
                                .field(words.in(protocol.body().name()))
                                .caption(words.text("protocol.body"))
                                .field(period())
                                .caption(words.text("protocol.period"))));
        pages.text(words.text("protocol.results"), Style.HEADING);
        pages.table(new Table(WIDTHS, words.headings("protocol", 5), AnnexPages.TABLE, rows()));
        pages.blocks(
                List.of(
                        Block.of(1)
                                .field(words.text("protocol.conclusion"), protocol.conclusion())));
        pages.text(words.text("protocol.checked"), Style.SMALL_HEADING);
        signature(pages, "protocol.secretary", protocol.secretary());
        signature(pages, "protocol.chair", protocol.chair());
        protocol.members().forEach(member -> signature(pages, "protocol.member", member));
        annex.archive(pages, protocol.archive());
    }

    private String period() {
        return protocol.period().wholeYear()
                ? protocol.period().years()
                : protocol.period().days(words.written());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (CommissionProtocol.Row row : protocol.rows()) {
            rows.add(
                    Row.of(
                            Cell.centre(rows.size() + 1 + "."),
                            Cell.left(row.employee()),
                            Cell.left(
                                    row.grade().text().in(words.language())
                                            + "\n"
                                            + words.text(
                                                    "ours.achieved", row.achieved(), row.of())),
                            Cell.left(
                                    row.correction()
                                            .map(grade -> grade.text().in(words.language()))
                                            .orElse("")),
                            Cell.left(row.recommendation())));
        }
        return rows;
    }

    /// The form has name and signature on one line, and the day beside it.
    private void signature(PrintedPages pages, String role, Signature signature) {
        String said = SignatureWords.said(signature, words.language());
        String contents =
                said.isEmpty() || signature.name().isEmpty()
                        ? signature.name() + said
                        : signature.name() + ", " + said;
        pages.blocks(
                List.of(
                        Block.of(NAME)
                                .field(words.text(role), contents)
                                .caption(words.text("name.sign")),
                        Block.of(DAY)
                                .field(
                                        words.text("protocol.day"),
                                        SignatureWords.day(signature, words.language()))));
    }

    private void meeting(PrintedPages pages, CommissionProtocol.Meeting meeting) {
        pages.text(
                words.text(
                        "ours.meeting",
                        words.written().day(meeting.heldOn()),
                        meeting.order(),
                        meeting.present(),
                        meeting.required()),
                Style.TEXT);
        if (!meeting.motions().isEmpty()) {
            pages.text(words.text("ours.votes"), Style.HEADING);
            meeting.motions().forEach(motion -> motion(pages, motion));
        }
    }

    private void motion(PrintedPages pages, CommissionProtocol.Motion motion) {
        pages.text(motion.employee(), Style.SMALL_HEADING);
        pages.text(
                motion.revision()
                        .map(grade ->
                                words.text("ours.motion.revise", grade.text().in(words.language())))
                        .orElseGet(() -> words.text("ours.motion.confirm")),
                Style.TEXT);
        pages.table(
                new Table(
                        VOTE_WIDTHS,
                        List.of(words.text("ours.vote.member"), words.text("ours.vote")),
                        AnnexPages.TABLE,
                        motion.votes().stream().map(this::vote).toList()));
        long inFavour = motion.votes().stream().filter(CommissionProtocol.Vote::inFavour).count();
        pages.text(
                words.text(
                        "ours.tally",
                        inFavour,
                        motion.votes().size() - inFavour,
                        words.text("ours.outcome." + motion.outcome())),
                Style.TEXT);
    }

    private Row vote(CommissionProtocol.Vote vote) {
        return Row.of(
                Cell.left(
                        vote.chair()
                                ? words.text("ours.vote.chair", vote.member())
                                : vote.member()),
                Cell.centre(words.text(vote.inFavour() ? "ours.vote.for" : "ours.vote.against")));
    }

    private void earlier(PrintedPages pages) {
        if (protocol.earlier().isEmpty()) {
            return;
        }
        pages.text(words.text("ours.earlier"), Style.HEADING);
        pages.table(
                new Table(
                        EARLIER_WIDTHS,
                        words.headings("ours.earlier", 4),
                        AnnexPages.TABLE,
                        protocol.earlier().stream()
                                .map(earlier ->
                                        Row.of(
                                                Cell.left(earlier.employee()),
                                                Cell.left(
                                                        words.written().day(earlier.heldOn())
                                                                + "\n"
                                                                + earlier.protocol()),
                                                Cell.left(
                                                        earlier.result()
                                                                .text()
                                                                .in(words.language())),
                                                Cell.left(earlier.cancelledBy())))
                                .toList()));
    }
}
