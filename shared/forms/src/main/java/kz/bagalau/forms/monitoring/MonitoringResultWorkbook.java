package kz.bagalau.forms.monitoring;

import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.Language;

/// Results of monitoring as a workbook (XLSX). The same results give the same bytes.
public final class MonitoringResultWorkbook {

    private static final int COLUMNS = 5;

    private final MonitoringResult result;
    private final MonitoringWords words;
    private final Spreadsheet spreadsheet;
    private final Sheet sheet;

    private MonitoringResultWorkbook(MonitoringResult result, Language language) {
        this.result = result;
        words = new MonitoringWords(language);
        spreadsheet = new Spreadsheet(words.text("result.title"));
        sheet = spreadsheet.sheet(words.text("result.sheet"));
        sheet.widths(8, 22, 44, 18, 18);
    }

    public static byte[] write(MonitoringResult result, Language language) {
        return new MonitoringResultWorkbook(result, language).write();
    }

    private byte[] write() {
        String mark = words.mark();
        if (!mark.isEmpty()) {
            sheet.across(mark, COLUMNS, CellStyle.PLAIN.bold().right());
        }
        sheet.across(words.text("result.title"), COLUMNS, CellStyle.TITLE);
        said("result.authority", words.in(result.authority()));
        said("result.body", words.in(result.body()));
        said("result.period", words.day(result.from()) + " – " + words.day(result.to()));
        said(
                "result.sent",
                result.sentOn().map(words::day).orElseGet(() -> words.text("result.not_sent")));
        visits();
        signals();
        text("result.findings", result.findings());
        result.measures().ifPresent(measures -> text("result.measures", measures));
        sheet.across(words.text("ours"), COLUMNS, CellStyle.PLAIN.italic());
        sheet.lock();
        return spreadsheet.stamp("document", "monitoring-result/1").bytes();
    }

    private void said(String label, String contents) {
        sheet.across(words.text(label) + ": " + contents, COLUMNS, CellStyle.PLAIN);
    }

    private void text(String heading, String text) {
        sheet.across(words.text(heading), COLUMNS, CellStyle.PLAIN.bold());
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> sheet.across(line.strip(), COLUMNS, CellStyle.PLAIN));
    }

    private void visits() {
        sheet.row(
                CellStyle.HEADING,
                words.text("number"),
                words.text("result.date"),
                words.text("result.kind"),
                words.text("result.acts"),
                words.text("result.explanations"));
        int number = 1;
        for (MonitoringResult.Visit visit : result.visits()) {
            sheet.row(
                    CellStyle.BOXED,
                    Content.of(number),
                    Content.of(visit.date()),
                    Content.of(words.text(visit.planned() ? "planned" : "unscheduled")),
                    Content.of(visit.acts()),
                    Content.of(visit.explanations()));
            number++;
        }
    }

    private void signals() {
        sheet.row(
                CellStyle.HEADING,
                words.text("number"),
                words.text("result.date"),
                words.text("result.source"));
        int number = 1;
        for (MonitoringResult.Signal signal : result.signals()) {
            sheet.row(
                    CellStyle.BOXED,
                    Content.of(number),
                    Content.of(signal.date()),
                    Content.of(words.text("source." + signal.source())));
            number++;
        }
    }
}
