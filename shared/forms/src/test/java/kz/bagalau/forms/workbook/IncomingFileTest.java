package kz.bagalau.forms.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads files that Apache POI wrote: another library than ours, and the one that most systems use.
final class IncomingFileTest {

    @Test
    void sheetsRowsAndCellsComeWithTheirAddresses() throws IOException {
        byte[] bytes =
                written(book -> {
                    var first = book.createSheet("Бірінші");
                    first.createRow(0).createCell(0).setCellValue("Құрылымдық бөлімше");
                    var third = first.createRow(2);
                    third.createCell(1).setCellValue(12);
                    third.createCell(27).setCellValue(true);
                    book.createSheet("Second");
                    book.setSheetHidden(1, true);
                });
        try (var file = open(bytes, FileType.XLSX)) {
            assertThat(file.sheets())
                    .extracting(IncomingSheet::name)
                    .containsExactly("Бірінші", "Second");
            assertThat(file.sheets())
                    .extracting(IncomingSheet::hidden)
                    .containsExactly(false, true);
            List<Row> rows = rows(file.sheets().getFirst());
            assertThat(rows).extracting(Row::number).containsExactly(1, 3);
            assertThat(rows.getFirst().cell(1).text()).isEqualTo("Құрылымдық бөлімше");
            assertThat(rows.getLast().cells())
                    .extracting(Cell::address)
                    .containsExactly("B3", "AB3");
            assertThat(rows.getLast().cell(2).number()).contains(new BigDecimal("12"));
            assertThat(rows.getLast().cell(3).blank()).isTrue();
            assertThat(rows.getLast().cell(28).text()).isEqualTo("TRUE");
            assertThat(rows(file.sheets().getFirst())).isEqualTo(rows);
        }
    }

    @Test
    void formulasGiveTheirLastResult() throws IOException {
        byte[] bytes =
                written(book -> {
                    var row = book.createSheet().createRow(0);
                    row.createCell(0).setCellValue(2);
                    row.createCell(1).setCellFormula("A1*21");
                    row.createCell(2).setCellFormula("1/0");
                    row.createCell(3).setCellFormula("\"a\"&\"b\"");
                    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
                    row.createCell(4).setCellFormula("A1");
                });
        Row row = firstRow(bytes);
        assertThat(row.cell(2).number()).contains(new BigDecimal("42"));
        assertThat(row.cell(2).formula()).isTrue();
        assertThat(row.cell(1).formula()).isFalse();
        assertThat(row.cell(3).value()).isEqualTo(new Value.Fault("#DIV/0!"));
        assertThat(row.cell(4).text()).isEqualTo("ab");
    }

    @Test
    void aFormulaWithoutAResultIsTold() {
        byte[] bytes = Zip.workbook("<row><c><f>A2</f></c></row>").bytes();
        assertThat(firstRow(bytes).cell(1).value()).isEqualTo(new Value.Uncalculated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // openpyxl, exceljs, Apache POI
                "<c><f>A2</f><v/></c>",
                "<c><f>A2</f><v></v></c>",
                "<c t=\"str\"><f>A2</f></c>",
                "<c><f>A2</f><v>0.0</v></c>",
                "<c t=\"b\"><f>A2</f><v></v></c>"
            })
    void aFormulaWithNothingOrAZeroThatNobodyCalculatedHasNoResult(String cell) {
        assertThat(firstRow(Zip.workbook("<row>" + cell + "</row>").bytes()).cell(1).value())
                .isEqualTo(new Value.Uncalculated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>",
                "<calcPr fullCalcOnLoad=\"true\"/>",
                "<calcPr calcCompleted=\"0\"/>",
                "<calcPr calcMode=\"manual\" calcOnSave=\"0\"/>"
            })
    void whereAFileAsksToBeCalculatedNoResultIsTaken(String calculation) {
        String rows =
                """
                <row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>7</v></c>\
                <c r="C1" t="str"><f>"a"</f><v>a</v></c>\
                <c r="D1"><f t="array" ref="D1:E2">B1*2</f><v>0</v></c><c r="E1"><v>0</v></c>\
                <c r="F1"><f t="shared" ref="F1:F2" si="0">B1</f><v>0</v></c></row>\
                <row r="2"><c r="B2"><v>8</v></c><c r="D2"><v>0</v></c><c r="E2"><v>0</v></c>\
                <c r="F2"><f t="shared" si="0"/><v>0</v></c></row>\
                <row r="3"><c r="D3"><v>9</v></c></row>\
                """;
        Zip zip = Zip.workbook(rows);
        zip.with(
                "xl/workbook.xml",
                zip.text("xl/workbook.xml").replace("</workbook>", calculation + "</workbook>"));
        try (var file = open(zip.bytes(), FileType.XLSX)) {
            assertThat(rows(file.sheets().getFirst()).stream().flatMap(row -> row.cells().stream()))
                    .filteredOn(cell -> cell.value() instanceof Value.Uncalculated)
                    .extracting(Cell::address)
                    .containsExactly("A1", "C1", "D1", "E1", "F1", "D2", "E2", "F2");
        }
        try (var file = open(Zip.workbook(rows).bytes(), FileType.XLSX)) {
            assertThat(rows(file.sheets().getFirst()).stream().flatMap(row -> row.cells().stream()))
                    .noneMatch(cell -> cell.value() instanceof Value.Uncalculated);
        }
    }

    @Test
    void formulasThatGiveAnEmptyTextHoldNothing() {
        String row = "<row><c t=\"str\"><f>IF(A1=0,\"\",1)</f><v></v></c></row>";
        byte[] bytes = Zip.workbook("<row><c><v>1</v></c></row>" + row.repeat(30_000)).bytes();
        try (var file = open(bytes, FileType.XLSX)) {
            assertThat(rows(file.sheets().getFirst())).hasSize(1);
        }
    }

    @Test
    void aSheetIsCalledWhatItIsCalled() {
        String name = "Отчёт №1 (янв–дек) «свод» & Ko.";
        Zip zip = Zip.workbook("<row><c><v>1</v></c></row>");
        zip.with(
                "xl/workbook.xml",
                zip.text("xl/workbook.xml").replace("Sheet1", name.replace("&", "&amp;")));
        try (var file = open(zip.bytes(), FileType.XLSX)) {
            assertThat(file.sheets().getFirst().name()).isEqualTo(name);
        }
    }

    @Test
    void hiddenRowsAndColumnsAreSeen() {
        Zip zip =
                Zip.workbook(
                        "<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row><row ht=\"0\"><c><v>3</v></c></row>");
        String sheet = "xl/worksheets/sheet1.xml";
        zip.with(
                sheet,
                zip.text(sheet)
                        .replace(
                                "<sheetData>",
                                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"0\"/><col min=\"6\" max=\"6\" width=\"9\"/></cols><sheetData>"));
        try (var file = open(zip.bytes(), FileType.XLSX)) {
            assertThat(rows(file.sheets().getFirst()))
                    .extracting(Row::hidden)
                    .containsExactly(false, true, true);
            assertThat(file.sheets().getFirst().hiddenColumns()).containsExactlyInAnyOrder(2, 3, 5);
        }
    }

    @Test
    void datesTimesAndPercentagesAreTold() throws IOException {
        LocalDateTime moment = LocalDateTime.of(2025, 12, 31, 18, 45, 30);
        byte[] bytes =
                written(book -> {
                    var row = book.createSheet().createRow(0);
                    String[] formats = {
                        "dd.mm.yyyy hh:mm",
                        "[$-F800]dddd, mmmm dd, yyyy",
                        "0.00%",
                        "0\"days\"",
                        "General"
                    };
                    for (int i = 0; i < formats.length; i++) {
                        var style = book.createCellStyle();
                        style.setDataFormat(book.createDataFormat().getFormat(formats[i]));
                        row.createCell(i).setCellStyle(style);
                    }
                    row.getCell(0).setCellValue(moment);
                    row.getCell(1).setCellValue(LocalDate.of(2026, 1, 15));
                    row.getCell(2).setCellValue(0.855);
                    row.getCell(3).setCellValue(7);
                    row.getCell(4).setCellValue(0.1 + 0.2);
                });
        Row row = firstRow(bytes);
        assertThat(row.cell(1).dateTime()).contains(moment);
        assertThat(row.cell(1).time()).contains(LocalTime.of(18, 45, 30));
        assertThat(row.cell(2).date()).contains(LocalDate.of(2026, 1, 15));
        assertThat(row.cell(3).percent().orElseThrow()).isEqualByComparingTo("85.5");
        assertThat(row.cell(4).number().orElseThrow()).isEqualByComparingTo("7");
        assertThat(row.cell(5).number().orElseThrow()).isEqualByComparingTo("0.3");
    }

    @Test
    void textsOfSeveralRunsAreOne() throws IOException {
        byte[] bytes =
                written(book -> {
                    var text = new XSSFRichTextString("Жиыны");
                    var font = ((XSSFWorkbook) book).createFont();
                    font.setBold(true);
                    text.applyFont(0, 2, font);
                    var row = book.createSheet().createRow(0);
                    row.createCell(0).setCellValue(text);
                    row.createCell(1).setCellValue("a\u00a0 b\u200b\r\n\u00adc  ");
                });
        Row row = firstRow(bytes);
        assertThat(row.cell(1).text()).isEqualTo("Жиыны");
        assertThat(row.cell(2).text()).isEqualTo("a b c");
    }

    @Test
    void aWorkbookThatCountsFrom1904IsUnderstood() {
        Zip zip =
                Zip.of(
                        Zip.workbook(
                                        "<row><c s=\"1\"><v>0.5</v></c>"
                                                + "<c><v>44575</v></c><c><v>71953</v></c></row>")
                                .bytes());
        zip.with(
                        "xl/workbook.xml",
                        zip.text("xl/workbook.xml")
                                .replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"))
                .with(
                        "xl/styles.xml",
                        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        Zip.relationships(
                                Zip.relationship(
                                        "r1", "worksheet", "/xl/worksheets/sheet1.xml", ""),
                                Zip.relationship("r2", "styles", "styles.xml", "")));
        Row row = firstRow(zip.bytes());
        assertThat(row.cell(1).dateTime()).contains(LocalDateTime.of(1904, 1, 1, 12, 0));
        // also a day that lost its format
        assertThat(row.cell(2).date()).contains(LocalDate.of(2026, 1, 15));
        assertThat(row.cell(3).date()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1234.5|1234.5",
                "1234,5|1234.5",
                "1 234,5|1234.5",
                "1\u00a0234\u00a0567|1234567",
                "1.234.567,89|1234567.89",
                "1,234,567.89|1234567.89",
                "'12|12",
                "  12  |12",
                "+7|7",
                "−3|-3",
                "1,5|1.5",
                "007|7"
            })
    void numbersWrittenAsTextAreNumbers(String text, BigDecimal number) {
        assertThat(cell(text).number().orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "—", "ten", "1 2", "1.2.3", "12 адам", "1e5", "0x10", "1,2,3", "١٢"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(cell(text).number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15.01.2026",
                "2026-01-15",
                "15/01/2026",
                "15-1-2026",
                "15.01.2026 ж.",
                "15.01.2026г.",
                "2026-01-15T00:00:00",
                "15.01.2026 00:00"
            })
    void datesWrittenAsTextAreDates(String text) {
        assertThat(cell(text).dateTime()).contains(LocalDateTime.of(2026, 1, 15, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "15.13.2026",
                "2026",
                "yesterday",
                "15.01.26",
                "15.01.0026",
                "0026-01-15",
                "31.12.9999",
                "15.01.2026 25:00"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(cell(text).dateTime()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00A0\u200B", "\u3164", "\u2800", "\uFFA0 \u115F\u1160"})
    void aTextThatShowsNothing_isBlank(String text) {
        assertThat(cell(text).blank()).isTrue();
    }

    @Test
    void aDateThatLostItsFormatIsADate() {
        Cell cell = new Cell(1, 1, new Value.Amount(new BigDecimal("46037"), false), false);
        assertThat(cell.date()).contains(LocalDate.of(2026, 1, 15));
        assertThat(new Cell(1, 1, new Value.Amount(new BigDecimal("12"), false), false).date())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b\r\n1;\"x;\"\"y\"\"\n z\"\r\n",
                "a,b\n1,\"x;\"\"y\"\"\n z\"\n",
                "sep=,\na,b\n1,\"x;\"\"y\"\"\n z\"",
                "\uFEFFa\tb\r1\t\"x;\"\"y\"\"\n z\""
            })
    void csvIsReadWithAnySeparatorAndLineEnd(String csv) {
        try (var file = open(csv.getBytes(StandardCharsets.UTF_8), FileType.CSV)) {
            List<Row> rows = rows(file.sheets().getFirst());
            assertThat(rows).hasSize(2);
            assertThat(rows.getFirst().cell(1).text()).isEqualTo("a");
            assertThat(rows.getFirst().cell(2).text()).isEqualTo("b");
            assertThat(rows.getLast().cell(1).number()).contains(new BigDecimal("1"));
            assertThat(rows.getLast().cell(2).text()).isEqualTo("x;\"y\" z");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title, of, many, commas, indeed\na;b\n1;2\n",
                "a;b\n1,5;x, y, z\n2,5;u, v, w\n",
                "Report;with;semicolons;\n\na\tb\n1\t2\n3\t4\n",
                "\"quoted, title\"\na;b\n03.03.2025, 08:50;in\n03.03.2025, 18:00;out\n"
            })
    void theRowsAndNotTheTitleSayWhatSeparatesThem(String csv) {
        try (var file = open(csv.getBytes(StandardCharsets.UTF_8), FileType.CSV)) {
            assertThat(rows(file.sheets().getFirst()))
                    .anySatisfy(row -> {
                        assertThat(row.cell(1).text()).isEqualTo("a");
                        assertThat(row.cell(2).text()).isEqualTo("b");
                    });
        }
    }

    @Test
    void anOddFieldIsUnreadableAndTheOthersAreRead() {
        String csv = "a;b\nx\u0000;1\ny;" + "z".repeat(40_000) + "\n";
        try (var file = open(csv.getBytes(StandardCharsets.UTF_8), FileType.CSV)) {
            List<Row> rows = rows(file.sheets().getFirst());
            assertThat(rows.get(1).cell(1).value()).isInstanceOf(Value.Unreadable.class);
            assertThat(rows.get(1).cell(2).text()).isEqualTo("1");
            assertThat(rows.get(2).cell(2).value()).isInstanceOf(Value.Unreadable.class);
        }
    }

    @Test
    void csvRowsAreNumberedAsASpreadsheetShowsThem() {
        try (var file =
                open("a;b\n\n;;\n\"x\ny\";2\n3;4".getBytes(StandardCharsets.UTF_8), FileType.CSV)) {
            assertThat(rows(file.sheets().getFirst()))
                    .extracting(Row::number)
                    .containsExactly(1, 4, 5);
        }
    }

    @Test
    void csvInAnotherEncodingIsRefusedWhereItStarts() {
        byte[] bytes = "a;b\nКала;Город\n".getBytes(Charset.forName("windows-1251"));
        assertThat(IncomingFile.open(bytes, FileType.CSV, FileLimits.DEFAULT))
                .satisfies(HostileFilesTest.is(Code.FILE_ENCODING));
    }

    @Test
    void csvThatTurnsBadLaterIsRefusedThere() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("a;b\n" + "1;2\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        try (var file = open(bytes.toByteArray(), FileType.CSV)) {
            Refusal refusal = file.sheets().getFirst().read(row -> {}).orElseThrow();
            assertThat(refusal.code()).isEqualTo(Code.FILE_ENCODING);
        }
    }

    @Test
    void anUnclosedQuoteIsRefusedInItsRow() {
        try (var file = open("a;b\n1;\"2\n3;4\n".getBytes(StandardCharsets.UTF_8), FileType.CSV)) {
            Refusal refusal = file.sheets().getFirst().read(row -> {}).orElseThrow();
            assertThat(refusal.code()).isEqualTo(Code.FILE_QUOTES);
            assertThat(refusal.cell()).isEqualTo("A2");
        }
    }

    @Test
    void theTypeIsToldByTheEndOfTheName() {
        assertThat(FileType.named("Есеп 2025.XLSX")).contains(FileType.XLSX);
        assertThat(FileType.named("events.csv ")).contains(FileType.CSV);
        assertThat(FileType.named("report.xlsm")).isEqualTo(Optional.empty());
    }

    private static Cell cell(String text) {
        return new Cell(1, 1, new Value.Text(text), false);
    }

    private static Row firstRow(byte[] bytes) {
        try (var file = open(bytes, FileType.XLSX)) {
            return rows(file.sheets().getFirst()).getFirst();
        }
    }

    private static List<Row> rows(IncomingSheet sheet) {
        List<Row> rows = new ArrayList<>();
        assertThat(sheet.read(rows::add)).isEmpty();
        return rows;
    }

    private static IncomingFile open(byte[] bytes, FileType type) {
        return switch (IncomingFile.open(bytes, type, FileLimits.DEFAULT)) {
            case Opened.Readable(var file) -> file;
            case Opened.Refused(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static byte[] written(java.util.function.Consumer<Workbook> content)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            content.accept(book);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }
}
