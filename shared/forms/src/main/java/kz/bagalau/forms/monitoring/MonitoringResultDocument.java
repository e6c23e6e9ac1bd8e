package kz.bagalau.forms.monitoring;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.Block;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.rules.Language;

/// Results of monitoring on paper (PDF). The same results give the same bytes.
public final class MonitoringResultDocument {

    private static final List<Integer> VISIT_WIDTHS = List.of(8, 24, 32, 18, 18);
    private static final List<Integer> SIGNAL_WIDTHS = List.of(8, 24, 68);
    private static final float SIZE = 9;

    private final MonitoringResult result;
    private final MonitoringWords words;

    private MonitoringResultDocument(MonitoringResult result, Language language) {
        this.result = result;
        words = new MonitoringWords(language);
    }

    public static byte[] write(MonitoringResult result, Language language) {
        MonitoringResultDocument document = new MonitoringResultDocument(result, language);
        String title = document.words.text("result.title");
        return PrintedPages.print(
                title,
                language,
                title + " · " + result.reference(),
                document.words.mark(),
                document::print);
    }

    private void print(PrintedPages pages) {
        pages.text(words.text("result.title"), Style.FORM_TITLE);
        field(pages, "result.authority", words.in(result.authority()));
        field(pages, "result.body", words.in(result.body()));
        field(pages, "result.period", words.day(result.from()) + " – " + words.day(result.to()));
        field(
                pages,
                "result.sent",
                result.sentOn().map(words::day).orElseGet(() -> words.text("result.not_sent")));
        if (!result.visits().isEmpty()) {
            pages.text(words.text("result.visits"), Style.HEADING);
            pages.table(new Table(VISIT_WIDTHS, visitHeadings(), SIZE, visits()));
        }
        if (!result.signals().isEmpty()) {
            pages.text(words.text("result.signals"), Style.HEADING);
            pages.table(new Table(SIGNAL_WIDTHS, signalHeadings(), SIZE, signals()));
        }
        pages.text(words.text("result.findings"), Style.HEADING);
        paragraphs(pages, result.findings());
        result.measures()
                .ifPresent(measures -> {
                    pages.text(words.text("result.measures"), Style.HEADING);
                    paragraphs(pages, measures);
                });
        pages.text(words.text("ours"), Style.SMALL);
    }

    private static void paragraphs(PrintedPages pages, String text) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> pages.text(line.strip(), Style.TEXT));
    }

    private void field(PrintedPages pages, String label, String contents) {
        pages.blocks(List.of(Block.of(1).field(words.text(label), contents)));
    }

    private List<String> visitHeadings() {
        return List.of(
                words.text("number"),
                words.text("result.date"),
                words.text("result.kind"),
                words.text("result.acts"),
                words.text("result.explanations"));
    }

    private List<Row> visits() {
        List<Row> rows = new ArrayList<>();
        for (MonitoringResult.Visit visit : result.visits()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.centre(words.day(visit.date())),
                            Cell.left(words.text(visit.planned() ? "planned" : "unscheduled")),
                            Cell.centre(Integer.toString(visit.acts())),
                            Cell.centre(Integer.toString(visit.explanations()))));
        }
        return rows;
    }

    private List<String> signalHeadings() {
        return List.of(
                words.text("number"), words.text("result.date"), words.text("result.source"));
    }

    private List<Row> signals() {
        List<Row> rows = new ArrayList<>();
        for (MonitoringResult.Signal signal : result.signals()) {
            rows.add(
                    Row.of(
                            Cell.centre(Integer.toString(rows.size() + 1)),
                            Cell.centre(words.day(signal.date())),
                            Cell.left(words.text("source." + signal.source()))));
        }
        return rows;
    }
}
