package kz.bagalau.forms.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// The yearly scores of a body as a workbook (XLSX): the quarters, their mean as a fraction and as
/// a decimal, rounded, its grade, and why it is provisional. The same list gives the same bytes.
public final class YearlyWorkbook {

    private static final CellStyle DECIMAL = CellStyle.BOXED.right().formatted("0.00########");
    private static final int QUARTERS = 4;

    private final YearlyList list;
    private final AppraisalWords words;

    private YearlyWorkbook(YearlyList list, Language language) {
        this.list = list;
        words = new AppraisalWords(language);
    }

    public static byte[] write(YearlyList list, Language language) {
        return new YearlyWorkbook(list, language).write();
    }

    private byte[] write() {
        String title = words.text("list.year.title");
        ListSheet sheet =
                new ListSheet(
                        words,
                        title,
                        words.text("list.year.sheet"),
                        8,
                        32,
                        26,
                        14,
                        14,
                        14,
                        14,
                        12,
                        14,
                        14,
                        10,
                        32,
                        18,
                        17,
                        12,
                        30,
                        16);
        sheet.head(
                title,
                list.body(),
                list.act(),
                words.text("list.year", Integer.toString(list.year())),
                list.asOf(),
                form(),
                headings());
        for (int i = 0; i < list.rows().size(); i++) {
            row(sheet, i + 1, list.rows().get(i));
        }
        return sheet.bytes("yearly-scores/1");
    }

    private AppraisalForm.Status form() {
        return list.rows().stream().anyMatch(row -> row.form() == AppraisalForm.Status.PLACEHOLDER)
                ? AppraisalForm.Status.PLACEHOLDER
                : AppraisalForm.Status.OFFICIAL;
    }

    private List<String> headings() {
        List<String> headings =
                new ArrayList<>(
                        List.of(words.text("number"), words.text("employee"), words.text("unit")));
        IntStream.rangeClosed(1, QUARTERS)
                .mapToObj(AppraisalWords::roman)
                .forEach(quarter -> headings.add(words.text("list.year.quarter", quarter)));
        headings.addAll(
                List.of(
                        words.text("list.year.used"),
                        words.text("list.year.fraction"),
                        words.text("list.year.mean"),
                        words.text("list.year.rounded"),
                        words.text("grade"),
                        words.text("state"),
                        words.text("list.year.formed"),
                        words.text("list.year.revision"),
                        words.text("list.year.why"),
                        words.text("form")));
        return headings;
    }

    private void row(ListSheet sheet, int number, YearlyList.Row row) {
        int at = sheet.next();
        int column = 0;
        sheet.put(at, column++, Content.of(number), ListSheet.CENTRED);
        sheet.put(at, column++, Content.of(row.employee().name()), ListSheet.TEXT);
        sheet.put(at, column++, Content.of(words.in(row.employee().unit())), ListSheet.TEXT);
        for (YearlyList.Part part : row.quarters()) {
            sheet.put(at, column++, Content.of(quarter(part)), ListSheet.TEXT);
        }
        sheet.put(at, column++, Content.of(used(row)), ListSheet.CENTRED);
        Optional<Score> mean = row.mean();
        sheet.put(
                at,
                column++,
                Content.of(
                        mean.map(score -> score.exact().shown(words.written()))
                                .orElseGet(() -> words.text("list.year.no_quarters"))),
                ListSheet.CENTRED);
        sheet.put(
                at,
                column++,
                mean.map(score -> Content.of(score.exact().decimal()))
                        .orElseGet(Content.Empty::new),
                DECIMAL);
        sheet.put(
                at,
                column++,
                mean.map(score -> Content.of(score.rounded())).orElseGet(Content.Empty::new),
                ListSheet.POINTS);
        sheet.put(
                at,
                column++,
                Content.of(mean.map(score -> score.grade().text().in(words.language())).orElse("")),
                ListSheet.TEXT);
        sheet.put(at, column++, Content.of(state(row)), ListSheet.TEXT);
        sheet.put(
                at,
                column++,
                row.formedOn().map(Content::of).orElseGet(Content.Empty::new),
                ListSheet.CENTRED);
        sheet.put(
                at,
                column++,
                row.revision() == 0 ? new Content.Empty() : Content.of(row.revision()),
                ListSheet.CENTRED);
        sheet.put(at, column++, Content.of(why(row)), ListSheet.TEXT);
        sheet.put(at, column, Content.of(words.text("form." + row.form())), ListSheet.TEXT);
    }

    private String quarter(YearlyList.Part part) {
        String said =
                part.score()
                        .map(score -> score.working(words.written()))
                        .orElseGet(() ->
                                part.open()
                                        .map(open -> words.text("open." + open))
                                        .orElseGet(() -> words.text("not_assessed")));
        return part.note().isEmpty() ? said : said + "\n" + part.note();
    }

    /// `I, II, IV`.
    private static String used(YearlyList.Row row) {
        return IntStream.range(0, QUARTERS)
                .filter(quarter -> row.quarters().get(quarter).score().isPresent())
                .mapToObj(quarter -> AppraisalWords.roman(quarter + 1))
                .collect(Collectors.joining(", "));
    }

    private String state(YearlyList.Row row) {
        String state = words.text("state." + row.state());
        return row.provisional() ? state + "\n" + words.text("provisional") : state;
    }

    /// `IV: нет оценки`.
    private String why(YearlyList.Row row) {
        return IntStream.range(0, QUARTERS)
                .boxed()
                .flatMap(quarter ->
                        row.quarters().get(quarter).open().stream()
                                .map(open ->
                                        AppraisalWords.roman(quarter + 1)
                                                + ": "
                                                + words.text("open." + open)))
                .collect(Collectors.joining("\n"));
    }
}
