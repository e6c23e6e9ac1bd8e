package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.workbook.cell.Area;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;

/// A conclusion as a workbook (XLSX): a sheet for each direction, one with the workings, one with
/// the facts behind them, one with the readings of the act. Points are numbers with all their
/// decimals, shown with two. The same conclusion gives the same bytes.
public final class ConclusionWorkbook {

    /// What is taken away is red and has its minus besides.
    private static final String POINTS = "0.00;[Red]\"\u2212\"0.00";

    private static final CellStyle NUMBER = CellStyle.BOXED.right().formatted(POINTS);
    private static final CellStyle STRONG = CellStyle.BOXED.bold().filled("EEF1F4");
    private static final CellStyle SMALL = CellStyle.PLAIN.sized(9);

    private final ConclusionText text;
    private final Wording words;
    private final Spreadsheet spreadsheet;

    private ConclusionWorkbook(ConclusionText text) {
        this.text = text;
        words = text.words();
        spreadsheet = new Spreadsheet(text.title());
    }

    public static byte[] write(Conclusion conclusion, Language language) {
        ConclusionWorkbook workbook =
                new ConclusionWorkbook(new ConclusionText(conclusion, language));
        return workbook.write(conclusion);
    }

    private byte[] write(Conclusion conclusion) {
        text.forms().forEach(this::form);
        workings();
        facts();
        readings();
        return spreadsheet
                .stamp("document", "conclusion/1")
                .stamp("body", conclusion.body())
                .stamp("run", conclusion.run().id())
                .stamp("methodology", conclusion.methodology().id())
                .bytes();
    }

    private void form(Form form) {
        Sheet sheet = spreadsheet.sheet(form.sheet());
        int columns = form.withMaxima() ? 4 : 3;
        if (form.withMaxima()) {
            sheet.widths(7, 62, 14, 18);
        } else {
            sheet.widths(7, 76, 18);
        }
        across(sheet, form.appendix(), columns, SMALL.right());
        sheet.skip(1);
        across(sheet, form.title(), columns, CellStyle.TITLE.sized(12));
        for (int i = 0; i < form.subject().size(); i++) {
            across(
                    sheet,
                    form.subject().get(i),
                    columns,
                    i == 0
                            ? CellStyle.PLAIN.bold().sized(11).centred()
                            : CellStyle.PLAIN.centred());
        }
        sheet.skip(1);
        List<String> heading = new ArrayList<>();
        heading.add(words.text("heading.number"));
        heading.add(words.text(form.withMaxima() ? "heading.criterion" : "heading.criteria"));
        if (form.withMaxima()) {
            heading.add(words.text("heading.maximum"));
        }
        heading.add(words.text("heading.points"));
        sheet.row(CellStyle.HEADING, heading.toArray(String[]::new));
        form.rows().forEach(row -> row(sheet, row, form.withMaxima()));
        row(sheet, form.overall(), form.withMaxima());
        if (!form.warning().isEmpty()) {
            across(sheet, form.warning(), columns, CellStyle.PLAIN.bold());
        }
        form.remarks()
                .forEach(remark ->
                        across(
                                sheet,
                                remark.text(),
                                columns,
                                remark.deduction() ? SMALL.inRed() : SMALL));
        sheet.skip(1);
        across(sheet, form.analysisHeading(), columns, CellStyle.PLAIN.bold());
        int analysis = sheet.next();
        Area room = new Area(analysis, 0, analysis + 7, columns - 1);
        sheet.apply(room, form.analysis().isEmpty() ? CellStyle.INPUT : CellStyle.BOXED);
        sheet.put(
                analysis,
                0,
                Content.of(form.analysis()),
                form.analysis().isEmpty() ? CellStyle.INPUT : CellStyle.BOXED);
        sheet.merge(room).skip(1);
        across(sheet, words.text("notes"), columns, SMALL.bold());
        form.notes().forEach(note -> across(sheet, note, columns, SMALL));
        across(sheet, text.methodology(), columns, SMALL);
        sheet.foot(text.foot()).lock();
    }

    private void row(Sheet sheet, Form.Row row, boolean withMaximum) {
        CellStyle style = row.criterion() ? STRONG : CellStyle.BOXED;
        int at = sheet.next();
        int column = 0;
        sheet.put(at, column++, Content.of(row.number()), style.centred());
        sheet.put(at, column++, Content.of(row.name()), style);
        if (withMaximum) {
            sheet.put(
                    at,
                    column++,
                    row.maximum().map(Content::of).orElseGet(Content.Empty::new),
                    style.right());
        }
        sheet.put(at, column, points(row.points()), style.right().formatted(POINTS));
    }

    private static Content points(Form.Points points) {
        return switch (points) {
            case Form.Points.Are(var given) -> Content.of(given);
            case Form.Points.AreNot(var why) -> Content.of(why);
        };
    }

    /// A text over the whole width of the form.
    private static void across(Sheet sheet, String text, int columns, CellStyle style) {
        if (!text.isEmpty()) {
            sheet.across(text, columns, style);
        }
    }

    private void workings() {
        Sheet sheet = spreadsheet.sheet(words.text("sheet.workings"));
        sheet.widths(7, 34, 14, 16, 90);
        sheet.row(
                CellStyle.HEADING,
                words.text("heading.number"),
                words.text("heading.criterion"),
                words.text("heading.points"),
                "",
                words.text("part.working"));
        text.explanations()
                .forEach((direction, explanations) -> {
                    sheet.row(STRONG, "", direction, "", "", "");
                    explanations.forEach(explanation -> explain(sheet, explanation));
                });
        sheet.freeze(1, 2).repeat(0, 0).landscape().foot(text.foot()).lock();
    }

    private static void explain(Sheet sheet, Explanation explanation) {
        boolean first = true;
        for (Explanation.Part part : explanation.parts()) {
            int at = sheet.next();
            sheet.put(at, 0, Content.of(explanation.number()), CellStyle.BOXED.centred());
            sheet.put(at, 1, Content.of(explanation.name()), CellStyle.BOXED);
            sheet.put(at, 2, first ? points(explanation.points()) : new Content.Empty(), NUMBER);
            sheet.put(at, 3, Content.of(part.about()), CellStyle.BOXED);
            sheet.put(at, 4, Content.of(part.text()), CellStyle.BOXED);
            first = false;
        }
    }

    private void facts() {
        Sheet sheet = spreadsheet.sheet(words.text("sheet.facts"));
        sheet.widths(7, 34, 44, 30, 28, 44);
        sheet.row(
                CellStyle.HEADING,
                words.text("heading.number"),
                words.text("heading.criterion"),
                words.text("fact"),
                words.text("fact.code"),
                words.text("fact.value"),
                words.text("fact.source"));
        text.explanations()
                .forEach((direction, explanations) -> {
                    sheet.row(STRONG, "", direction, "", "", "", "");
                    for (Explanation explanation : explanations) {
                        for (Explanation.Evidence fact : explanation.facts()) {
                            sheet.row(
                                    CellStyle.BOXED,
                                    explanation.number(),
                                    explanation.name(),
                                    fact.label(),
                                    fact.code(),
                                    fact.value(),
                                    fact.source());
                        }
                    }
                });
        sheet.freeze(1, 2).repeat(0, 0).landscape().foot(text.foot()).lock();
    }

    private void readings() {
        Sheet sheet = spreadsheet.sheet(words.text("sheet.readings"));
        sheet.widths(50, 22, 36, 40, 24);
        sheet.row(
                CellStyle.HEADING,
                words.text("reading.question"),
                words.text("reading.place"),
                words.text("reading.in_force"),
                words.text("reading.others"));
        List<Reading> readings = text.readings();
        for (Reading reading : readings) {
            sheet.row(
                    CellStyle.BOXED,
                    reading.question(),
                    reading.place(),
                    reading.inForce(),
                    String.join("; ", reading.others()));
        }
        for (Reading reading : readings) {
            if (!reading.compared().isEmpty()) {
                compare(sheet, reading);
            }
        }
        sheet.freeze(1, 0).landscape().foot(text.foot()).lock();
    }

    private void compare(Sheet sheet, Reading reading) {
        sheet.skip(1);
        List<String> heading = new ArrayList<>();
        heading.add(words.text("annex.alternatives", reading.question()));
        heading.add(reading.inForce());
        heading.addAll(reading.others());
        sheet.row(CellStyle.HEADING, heading.toArray(String[]::new));
        for (Reading.Compared compared : reading.compared()) {
            int at = sheet.next();
            sheet.put(at, 0, Content.of(compared.name()), CellStyle.BOXED);
            sheet.put(at, 1, shown(compared.points()), NUMBER);
            for (int other = 0; other < compared.byOthers().size(); other++) {
                sheet.put(at, 2 + other, shown(compared.byOthers().get(other)), NUMBER);
            }
        }
    }

    private static Content shown(Optional<BigDecimal> points) {
        return points.map(Content::of).orElseGet(Content.Empty::new);
    }
}
