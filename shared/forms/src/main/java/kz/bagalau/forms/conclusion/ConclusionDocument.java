package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.rules.Language;

/// A conclusion on paper (PDF): a table for each direction, how each point came about, and how the
/// act was read. The same conclusion gives the same bytes.
public final class ConclusionDocument {

    private static final float TABLE = 9.5f;
    private static final float ANNEX = 8;
    private static final int FEWEST_LINES = 3;
    private static final int MOST_LINES = 6;
    private static final Style BODY = new Style("P", true, 11, Table.Side.CENTRE, 8, 60);
    private static final Style ABOUT = new Style("P", false, 9.5f, Table.Side.CENTRE, 1, 40);

    private final ConclusionText text;
    private final Wording words;

    private ConclusionDocument(ConclusionText text) {
        this.text = text;
        words = text.words();
    }

    public static byte[] write(Conclusion conclusion, Language language) {
        ConclusionText text = new ConclusionText(conclusion, language);
        ConclusionDocument document = new ConclusionDocument(text);
        return PrintedPages.print(text.title(), language, text.foot(), document::print);
    }

    /// Makes what is slow only once ready, before the first conclusion is asked for.
    public static void prime() {
        PrintedPages.prime();
    }

    private void print(PrintedPages pages) {
        for (Form form : text.forms()) {
            form(pages, form);
            pages.turn();
        }
        pages.text(words.text("annex.workings"), Style.TITLE);
        text.explanations()
                .forEach((direction, explanations) -> {
                    pages.text(direction, Style.HEADING);
                    explanations.forEach(explanation -> explain(pages, explanation));
                });
        readings(pages.turn());
    }

    private void form(PrintedPages pages, Form form) {
        pages.text(form.appendix(), Style.ASIDE);
        pages.text(form.title(), Style.TITLE);
        pages.text(form.subject().getFirst(), BODY);
        form.subject().stream().skip(1).forEach(line -> pages.text(line, ABOUT));
        List<Row> rows = new ArrayList<>();
        form.rows().forEach(row -> rows.add(row(row, form.withMaxima())));
        rows.add(row(form.overall(), form.withMaxima()));
        pages.text("", Style.SMALL);
        pages.table(
                form.withMaxima()
                        ? new Table(
                                List.of(8, 60, 15, 17),
                                List.of(
                                        words.text("heading.number"),
                                        words.text("heading.criterion"),
                                        words.text("heading.maximum"),
                                        words.text("heading.points")),
                                TABLE,
                                rows)
                        : new Table(
                                List.of(8, 72, 20),
                                List.of(
                                        words.text("heading.number"),
                                        words.text("heading.criteria"),
                                        words.text("heading.points")),
                                TABLE,
                                rows));
        if (!form.warning().isEmpty()) {
            pages.text(form.warning(), Style.STRONG);
        }
        form.remarks()
                .forEach(remark ->
                        pages.text(
                                remark.text(),
                                remark.deduction() ? Style.SMALL.inRed() : Style.SMALL));
        pages.text(form.analysisHeading(), Style.HEADING);
        if (form.analysis().isEmpty()) {
            float notes = pages.height(words.text("notes"), Style.NOTES);
            for (String note : form.notes()) {
                notes += pages.height(note, Style.SMALL);
            }
            pages.ruled(FEWEST_LINES, MOST_LINES, notes);
        } else {
            pages.text(form.analysis(), Style.TEXT);
        }
        pages.text(words.text("notes"), Style.NOTES);
        form.notes().forEach(note -> pages.text(note, Style.SMALL));
    }

    private Row row(Form.Row row, boolean withMaximum) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.centre(row.number()));
        cells.add(Cell.left(row.name()));
        if (withMaximum) {
            cells.add(Cell.right(row.maximum().map(words::plain).orElse("")));
        }
        Cell points = Cell.right(points(row.points()));
        cells.add(row.points().less() ? points.inRed() : points);
        return new Row(cells, row.criterion());
    }

    private String points(Form.Points points) {
        return switch (points) {
            case Form.Points.Are(var given) -> words.points(given);
            case Form.Points.AreNot(var why) -> why;
        };
    }

    private void explain(PrintedPages pages, Explanation explanation) {
        String heading =
                (explanation.number() + " " + explanation.name()).strip()
                        + ": "
                        + points(explanation.points());
        boolean less = explanation.points().less();
        pages.text(heading, less ? Style.SMALL_HEADING.inRed() : Style.SMALL_HEADING);
        pages.table(
                new Table(
                        List.of(20, 80),
                        List.of(),
                        ANNEX,
                        explanation.parts().stream()
                                .map(part ->
                                        Row.of(Cell.left(part.about()), Cell.left(part.text())))
                                .toList()));
        if (!explanation.facts().isEmpty()) {
            pages.table(
                    new Table(
                            List.of(48, 24, 28),
                            List.of(
                                    words.text("fact"),
                                    words.text("fact.value"),
                                    words.text("fact.source")),
                            ANNEX,
                            explanation.facts().stream()
                                    .map(fact ->
                                            Row.of(
                                                    Cell.left(
                                                            fact.label()
                                                                    + " ["
                                                                    + fact.code()
                                                                    + "]"),
                                                    Cell.left(fact.value()),
                                                    Cell.left(fact.source())))
                                    .toList()));
        }
    }

    private void readings(PrintedPages pages) {
        List<Reading> readings = text.readings();
        pages.text(words.text("annex.readings"), Style.TITLE);
        pages.text(text.methodology(), Style.TEXT);
        pages.text(words.text("annex.readings.about"), Style.TEXT);
        pages.table(
                new Table(
                        List.of(34, 14, 27, 25),
                        List.of(
                                words.text("reading.question"),
                                words.text("reading.place"),
                                words.text("reading.in_force"),
                                words.text("reading.others")),
                        ANNEX,
                        readings.stream()
                                .map(reading ->
                                        Row.of(
                                                Cell.left(reading.question()),
                                                Cell.left(reading.place()),
                                                Cell.left(reading.inForce()),
                                                Cell.left(String.join("; ", reading.others()))))
                                .toList()));
        readings.stream()
                .filter(reading -> !reading.compared().isEmpty())
                .forEach(reading -> compare(pages, reading));
    }

    private void compare(PrintedPages pages, Reading reading) {
        pages.text(words.text("annex.alternatives", reading.question()), Style.SMALL_HEADING);
        List<Integer> widths = new ArrayList<>(List.of(40, 20));
        List<String> heading =
                new ArrayList<>(List.of(words.text("reading.score"), reading.inForce()));
        for (String other : reading.others()) {
            widths.add(20);
            heading.add(other);
        }
        pages.table(
                new Table(
                        widths,
                        heading,
                        ANNEX,
                        reading.compared().stream().map(this::compared).toList()));
    }

    private Row compared(Reading.Compared compared) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.left(compared.name()));
        cells.add(shown(compared.points()));
        compared.byOthers().forEach(points -> cells.add(shown(points)));
        return new Row(cells, false);
    }

    private Cell shown(Optional<BigDecimal> points) {
        Cell cell = Cell.right(points.map(words::points).orElse(""));
        return points.filter(less -> less.signum() < 0).isPresent() ? cell.inRed() : cell;
    }
}
