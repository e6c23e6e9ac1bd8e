package kz.bagalau.forms.appraisal;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.pdf.PrintedPages;
import kz.bagalau.forms.pdf.Style;
import kz.bagalau.forms.pdf.Table;
import kz.bagalau.forms.pdf.Table.Cell;
import kz.bagalau.forms.pdf.Table.Row;
import kz.bagalau.rules.Language;

/// An appraisal sheet on paper (PDF), a copy of what stands in the system (¶3). The same sheet
/// gives the same bytes.
public final class AppraisalSheetDocument {

    private static final List<Integer> STRETCHES = List.of(18, 18, 24, 22, 18);
    private static final List<Integer> ABSENCES = List.of(30, 16, 20, 15, 19);
    private static final List<Integer> ITEMS = List.of(7, 43, 14, 36);
    private static final List<Integer> WEIGHED_ITEMS = List.of(7, 37, 11, 13, 32);
    private static final List<Integer> HISTORY = List.of(19, 14, 12, 12, 25, 18);

    private final AppraisalSheet sheet;
    private final AppraisalWords words;

    private AppraisalSheetDocument(AppraisalSheet sheet, Language language) {
        this.sheet = sheet;
        words = new AppraisalWords(language);
    }

    public static byte[] write(AppraisalSheet sheet, Language language) {
        AppraisalSheetDocument document = new AppraisalSheetDocument(sheet, language);
        String name = document.words.text("sheet.name") + " · " + sheet.reference();
        return PrintedPages.print(
                name, language, name, document.words.mark(sheet.form().status()), document::print);
    }

    private void print(PrintedPages pages) {
        pages.text(words.in(sheet.form().title()), Style.ASIDE);
        pages.text(words.text("sheet.title"), Style.TITLE);
        about(pages);
        eligibility(pages);
        items(pages);
        sheet.result().ifPresent(result -> result(pages, result));
        history(pages);
        pages.text(words.text("copy"), Style.SMALL);
        pages.text(words.text("confidential"), Style.SMALL);
    }

    private void about(PrintedPages pages) {
        new Facts(words)
                .with("body", words.in(sheet.body()))
                .with("act", words.in(sheet.act()))
                .with("employee", sheet.employee().name())
                .with("position", words.in(sheet.employee().position()))
                .with("unit", words.in(sheet.employee().unit()))
                .with("period", period())
                .with("assessor", sheet.assessor().map(this::assessor).orElse(words.text("none")))
                .with("basis", sheet.assessor().map(this::basis).orElse(""))
                .with("state", words.text("state." + sheet.state()))
                .with("form", words.text("form." + sheet.form().status()))
                .with("due", words.day(sheet.due()))
                .print(pages);
        if (sheet.withoutParticipation()) {
            pages.text(words.text("sheet.without"), Style.TEXT);
        }
    }

    private String period() {
        return words.quarter(sheet.quarter())
                + " ("
                + words.day(sheet.from())
                + " – "
                + words.day(sheet.to())
                + ")";
    }

    private String assessor(AppraisalSheet.Assessor assessor) {
        return assessor.name() + ", " + words.in(assessor.position());
    }

    private String basis(AppraisalSheet.Assessor assessor) {
        String basis = words.text("basis." + assessor.basis());
        return assessor.reason().isEmpty()
                ? basis
                : basis + "\n" + words.text("reason") + ": " + assessor.reason();
    }

    private void eligibility(PrintedPages pages) {
        Eligibility eligibility = sheet.eligibility();
        pages.text(words.text("sheet.eligibility"), Style.HEADING);
        if (!eligibility.stretches().isEmpty()) {
            pages.table(stretches(eligibility));
        }
        if (!eligibility.absences().isEmpty()) {
            pages.table(absences(eligibility));
        }
        pages.text(
                words.text("sheet.worked", days(eligibility))
                        + "; "
                        + words.text("sheet.least", eligibility.least()),
                Style.TEXT);
        pages.text(
                words.text("sheet.outcome." + eligibility.verdict(), eligibility.least()),
                Style.STRONG);
        eligibility
                .decided()
                .ifPresent(reason -> pages.text(words.text("sheet.decided", reason), Style.TEXT));
    }

    /// `22 + 15 + 21 − 14 = 44`.
    private static String days(Eligibility eligibility) {
        String days =
                String.join(
                        " + ",
                        eligibility.stretches().stream()
                                .map(stretch -> Integer.toString(stretch.workingDays()))
                                .toList());
        String worked = Integer.toString(eligibility.workedDays());
        if (eligibility.absent() > 0) {
            days += " − " + eligibility.absent();
        }
        return days.equals(worked) || days.isEmpty() ? worked : days + " = " + worked;
    }

    private Table stretches(Eligibility eligibility) {
        return new Table(
                STRETCHES,
                List.of(
                        words.text("sheet.from"),
                        words.text("sheet.to"),
                        words.text("sheet.month"),
                        words.text("sheet.month.reached"),
                        words.text("sheet.days")),
                Facts.SIZE,
                eligibility.stretches().stream()
                        .map(stretch ->
                                Row.of(
                                        Cell.centre(words.day(stretch.from())),
                                        Cell.centre(words.day(stretch.to())),
                                        Cell.centre(words.day(stretch.monthEnds())),
                                        Cell.centre(words.yesOrNo(stretch.reachesAMonth())),
                                        Cell.right(Integer.toString(stretch.workingDays()))))
                        .toList());
    }

    private Table absences(Eligibility eligibility) {
        return new Table(
                ABSENCES,
                List.of(
                        words.text("sheet.absence"),
                        words.text("sheet.from"),
                        words.text("sheet.to"),
                        words.text("sheet.days"),
                        words.text("sheet.absence.worked")),
                Facts.SIZE,
                eligibility.absences().stream()
                        .map(absence ->
                                Row.of(
                                        Cell.left(words.in(absence.kind())),
                                        Cell.centre(words.day(absence.from())),
                                        Cell.centre(words.day(absence.to())),
                                        Cell.right(Integer.toString(absence.workingDays())),
                                        Cell.centre(words.yesOrNo(absence.worked()))))
                        .toList());
    }

    private void items(PrintedPages pages) {
        if (sheet.items().isEmpty()) {
            return;
        }
        boolean weighed = sheet.items().stream().anyMatch(item -> item.weight().isPresent());
        List<String> headings = new ArrayList<>();
        headings.add(words.text("number"));
        headings.add(words.text("sheet.item"));
        if (weighed) {
            headings.add(words.text("sheet.weight"));
        }
        headings.add(words.text("score"));
        headings.add(words.text("sheet.comment"));
        List<Row> rows = new ArrayList<>();
        for (AppraisalSheet.Item item : sheet.items()) {
            rows.add(item(rows.size() + 1, item, weighed));
        }
        pages.text(words.text("sheet.items"), Style.HEADING);
        pages.table(new Table(weighed ? WEIGHED_ITEMS : ITEMS, headings, Facts.SIZE, rows));
        if (!sheet.comment().isEmpty()) {
            pages.text(words.text("sheet.comment") + ": " + sheet.comment(), Style.TEXT);
        }
    }

    private Row item(int number, AppraisalSheet.Item item, boolean weighed) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.centre(Integer.toString(number)));
        cells.add(Cell.left(words.in(item.text())));
        if (weighed) {
            cells.add(Cell.right(item.weight().map(words.written()::exact).orElse("")));
        }
        cells.add(
                item.value()
                        .map(value -> Cell.right(words.written().exact(value)))
                        .orElseGet(() -> Cell.left(words.text("sheet.not_scored"))));
        cells.add(Cell.left(item.comment()));
        return new Row(cells, false);
    }

    private void result(PrintedPages pages, AppraisalSheet.Result result) {
        Score score = result.score();
        String scoredOn = words.day(result.scoredOn());
        pages.text(words.text("sheet.result"), Style.HEADING);
        new Facts(words)
                .with("sheet.exact", score.exact().working(words.written()))
                .with(
                        "sheet.rounded",
                        words.points(score.rounded())
                                + " ("
                                + words.text("sheet.rounding." + score.rounding())
                                + ")")
                .with("grade", score.grade().text().in(words.language()))
                .with("sheet.scored_by", result.scoredBy())
                .with(
                        "sheet.scored_on",
                        result.late() ? words.text("sheet.scored_late", scoredOn) : scoredOn)
                .with("sheet.published", result.publishedOn().map(words::day).orElse(""))
                .print(pages);
    }

    private void history(PrintedPages pages) {
        if (sheet.history().isEmpty()) {
            return;
        }
        pages.text(words.text("sheet.history"), Style.HEADING);
        pages.table(
                new Table(
                        HISTORY,
                        List.of(
                                words.text("sheet.history.what"),
                                words.text("sheet.history.on"),
                                words.text("sheet.history.before"),
                                words.text("sheet.history.after"),
                                words.text("grade"),
                                words.text("sheet.history.document")),
                        Facts.SIZE,
                        sheet.history().stream().map(this::change).toList()));
        AppraisalSheet.Change last = sheet.history().getLast();
        pages.text(
                words.text(
                        "sheet.counts",
                        words.points(last.after()),
                        last.grade().text().in(words.language())),
                Style.STRONG);
    }

    private Row change(AppraisalSheet.Change change) {
        return Row.of(
                Cell.left(words.text("sheet.history." + change.kind())),
                Cell.centre(words.day(change.on())),
                Cell.right(words.points(change.before())),
                Cell.right(words.points(change.after())),
                Cell.left(change.grade().text().in(words.language())),
                Cell.left(change.document()));
    }
}
