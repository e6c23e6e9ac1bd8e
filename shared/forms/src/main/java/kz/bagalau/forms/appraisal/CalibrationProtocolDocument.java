package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.forms.printed.SignatureWords;
import kz.bagalau.rules.Language;

/// The protocol of a calibration session on paper (PDF), with a line for each member's signature.
/// The same protocol gives the same bytes.
public final class CalibrationProtocolDocument {

    private static final List<Integer> MEMBERS = List.of(7, 34, 31, 28);
    private static final List<Integer> VOTES = List.of(46, 32, 22);

    private final CalibrationProtocol protocol;
    private final AppraisalWords words;

    private CalibrationProtocolDocument(CalibrationProtocol protocol, Language language) {
        this.protocol = protocol;
        words = new AppraisalWords(language);
    }

    public static byte[] write(CalibrationProtocol protocol, Language language) {
        CalibrationProtocolDocument document = new CalibrationProtocolDocument(protocol, language);
        String name = document.words.text("protocol.title") + " · " + protocol.reference();
        return PrintedPages.print(
                name, language, name, document.words.mark(protocol.form()), document::print);
    }

    private void print(PrintedPages pages) {
        pages.text(words.text("protocol.title"), Style.TITLE);
        about(pages);
        members(pages);
        hearing(pages);
        for (int round = 0; round < protocol.rounds().size(); round++) {
            round(pages, round + 1, protocol.rounds().get(round));
        }
        outcome(pages);
        signatures(pages);
        pages.text(words.text("confidential"), Style.SMALL);
    }

    private void about(PrintedPages pages) {
        CalibrationProtocol.Application application = protocol.application();
        CalibrationProtocol.Decision decision = protocol.decision();
        new Facts(words)
                .with("protocol.number", protocol.number())
                .with("protocol.held", words.day(protocol.heldOn()))
                .with("body", words.in(protocol.body()))
                .with("act", words.in(protocol.act()))
                .with("form", words.text("form." + protocol.form()))
                .with("employee", protocol.employee().name())
                .with("position", words.in(protocol.employee().position()))
                .with("unit", words.in(protocol.employee().unit()))
                .with("period", words.quarter(protocol.quarter()))
                .with("protocol.original", words.points(protocol.original()))
                .with("protocol.scored_by", protocol.scoredBy())
                .with("protocol.applied", application(application))
                .with(
                        "protocol.decided",
                        words.text(
                                "protocol.by." + decision.by(),
                                decision.order(),
                                words.day(decision.on())))
                .print(pages);
    }

    private String application(CalibrationProtocol.Application application) {
        String days =
                words.text(
                        "protocol.applied.days",
                        words.day(application.submittedOn()),
                        words.day(application.receivedOn()));
        String time =
                words.text(application.inTime() ? "protocol.in_time" : "protocol.out_of_time");
        String said = days + " (" + time + ")";
        return application.text().isEmpty() ? said : said + "\n" + application.text();
    }

    private void members(PrintedPages pages) {
        List<Row> rows = new ArrayList<>();
        for (CalibrationProtocol.Member member : protocol.members()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.left(member.name()),
                            Cell.left(words.in(member.position())),
                            Cell.left(words.text("protocol.kind." + member.kind()))));
        }
        pages.text(words.text("protocol.members"), Style.HEADING);
        pages.table(
                new Table(
                        MEMBERS,
                        List.of(
                                words.text("number"),
                                words.text("protocol.member"),
                                words.text("position"),
                                words.text("protocol.kind")),
                        Facts.SIZE,
                        rows));
        if (!protocol.fewAssessors().isEmpty()) {
            pages.text(words.text("protocol.few", protocol.fewAssessors()), Style.SMALL);
        }
        for (CalibrationProtocol.EarlierMembers earlier : protocol.earlier()) {
            pages.text(
                    words.text(
                            "protocol.earlier",
                            words.day(earlier.approvedOn()),
                            String.join(", ", earlier.names()),
                            earlier.reason()),
                    Style.SMALL);
        }
    }

    private void hearing(PrintedPages pages) {
        pages.text(words.text("protocol.statement"), Style.HEADING);
        pages.text(
                switch (protocol.statement()) {
                    case CalibrationProtocol.Statement.Made(var by, var text) -> by + ": " + text;
                    case CalibrationProtocol.Statement.NotMade(var reason) ->
                            words.text("protocol.statement.none", reason);
                },
                Style.TEXT);
        pages.text(words.text("protocol.argument"), Style.HEADING);
        pages.text(
                protocol.argument()
                        .map(this::argument)
                        .orElseGet(() -> words.text("protocol.argument.none")),
                Style.TEXT);
    }

    private String argument(CalibrationProtocol.Argument argument) {
        String form = words.text("protocol.argument." + argument.form());
        return argument.text().isEmpty() ? form : form + ": " + argument.text();
    }

    private void round(PrintedPages pages, int number, CalibrationProtocol.Round round) {
        pages.text(words.text("protocol.round", number, words.day(round.heldOn())), Style.HEADING);
        pages.table(
                new Table(
                        VOTES,
                        List.of(
                                words.text("protocol.member"),
                                words.text("protocol.kind"),
                                words.text("protocol.vote")),
                        Facts.SIZE,
                        round.votes().stream()
                                .map(vote ->
                                        Row.of(
                                                Cell.left(vote.member()),
                                                Cell.left(
                                                        words.text("protocol.kind." + vote.kind())),
                                                score(vote)))
                                .toList()));
        pages.text(
                words.text("protocol.tally", tally(round), round.votes().size(), round.needed()),
                Style.TEXT);
        if (protocol.outcome().isEmpty() || number < protocol.rounds().size()) {
            pages.text(words.text("protocol.none"), Style.TEXT);
        }
    }

    private Cell score(CalibrationProtocol.Vote vote) {
        return vote.score()
                .map(score -> Cell.right(words.points(score)))
                .orElseGet(() -> Cell.left(words.text("protocol.vote.none")));
    }

    /// `3,80 – 2; 4,50 – 1`: 4.5 and 4.50 are one number.
    private String tally(CalibrationProtocol.Round round) {
        Map<BigDecimal, Long> counts = new TreeMap<>(Comparator.naturalOrder());
        round.votes().stream()
                .flatMap(vote -> vote.score().stream())
                .forEach(score -> counts.merge(score, 1L, Long::sum));
        return counts.isEmpty()
                ? words.text("protocol.tally.none")
                : counts.entrySet().stream()
                        .map(count -> words.points(count.getKey()) + " – " + count.getValue())
                        .collect(Collectors.joining("; "));
    }

    private void outcome(PrintedPages pages) {
        protocol.outcome()
                .ifPresent(outcome -> {
                    pages.text(words.text("protocol.outcome"), Style.HEADING);
                    new Facts(words)
                            .with("protocol.original", words.points(protocol.original()))
                            .with("protocol.final", words.points(outcome.score()))
                            .with("grade", outcome.grade().text().in(words.language()))
                            .with(
                                    "protocol.direction",
                                    words.text("protocol.direction." + outcome.direction()))
                            .with("protocol.upload", upload())
                            .print(pages);
                    pages.text(words.text("protocol.appeal"), Style.SMALL);
                });
    }

    private String upload() {
        CalibrationProtocol.Upload upload = protocol.upload();
        List<String> said = new ArrayList<>();
        said.add(words.text("protocol.upload.term"));
        upload.by().ifPresent(by -> said.add(words.text("protocol.upload.by", words.day(by))));
        upload.on().ifPresent(on -> said.add(words.text("protocol.upload.on", words.day(on))));
        if (!upload.impossible().isEmpty()) {
            said.add(words.text("protocol.upload.impossible", upload.impossible()));
        }
        return String.join("\n", said);
    }

    private void signatures(PrintedPages pages) {
        SignatureWords form =
                new SignatureWords(
                        words.text("protocol.name"),
                        words.text("protocol.day"),
                        words.text("protocol.sign"));
        pages.text(words.text("protocol.signatures"), Style.HEADING);
        List<CalibrationProtocol.Member> members = protocol.members();
        for (int i = 0; i < members.size(); i += 2) {
            List<Block> beside = new ArrayList<>();
            beside.add(form.in(Block.of(1), "", members.get(i).signature(), words.language()));
            beside.add(
                    i + 1 < members.size()
                            ? form.in(
                                    Block.of(1),
                                    "",
                                    members.get(i + 1).signature(),
                                    words.language())
                            : Block.of(1));
            pages.blocks(beside);
        }
    }
}
