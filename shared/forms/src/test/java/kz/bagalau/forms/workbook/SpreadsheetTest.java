package kz.bagalau.forms.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import kz.bagalau.forms.workbook.cell.Area;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the zone and the language of the process")
class SpreadsheetTest {

    private static final Area ANSWERS = Area.column(1, 1, 20);

    @Test
    void sameCallsGiveTheSameBytes_inAnyTimeZoneAndLocale() {
        byte[] here = example();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(Arrays.equals(example(), here)).isTrue();
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(Arrays.equals(example(), here)).isTrue();
    }

    @Test
    void noDateOfMakingIsKept() throws IOException {
        assertThat(part(example(), "docProps/core.xml")).doesNotContain("created");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "=HYPERLINK(\"http://example.org\")",
                "'=1+1",
                "<&>\"'"
            })
    void textStaysTheTextItIs(String text) throws IOException {
        Spreadsheet spreadsheet = new Spreadsheet("text");
        spreadsheet.sheet("s").put(0, 0, Content.of(text), CellStyle.PLAIN);
        byte[] file = spreadsheet.bytes();

        Cell cell = cell(file, "s", 0, 0);
        assertThat(cell.getFormula()).isNull();
        // XML readers turn a carriage return that is not escaped into a line feed; ours is escaped.
        assertThat(cell.asString()).isEqualTo(text);
        assertThat(part(file, "xl/styles.xml"))
                .contains("formatCode=\"@\"")
                .contains("quotePrefix=\"1\"");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void numbersAreNumbers_withAllTheirDecimals() throws IOException {
        Spreadsheet spreadsheet = new Spreadsheet("numbers");
        Sheet sheet = spreadsheet.sheet("s");
        for (String number : List.of("86.375", "0.1", "-3", "12E+2", "123456789.123456")) {
            sheet.row(CellStyle.PLAIN, Content.of(new BigDecimal(number)));
        }
        byte[] file = spreadsheet.bytes();
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("<v>86.375</v>", "<v>0.1</v>", "<v>-3</v>", "<v>1200</v>")
                .contains("<v>123456789.123456</v>");
        assertThat(cell(file, "s", 0, 0).asNumber()).isEqualByComparingTo("86.375");
    }

    @Test
    void daysAndMomentsAreDates() throws IOException {
        Spreadsheet spreadsheet = new Spreadsheet("dates");
        Sheet sheet = spreadsheet.sheet("s");
        sheet.row(CellStyle.PLAIN, Content.of(LocalDate.of(2025, 12, 31)));
        sheet.row(CellStyle.PLAIN, Content.of(LocalDateTime.of(2025, 12, 31, 18, 30)));
        byte[] file = spreadsheet.bytes();
        assertThat(cell(file, "s", 0, 0).asDate())
                .isEqualTo(LocalDate.of(2025, 12, 31).atStartOfDay());
        assertThat(cell(file, "s", 1, 0).asDate())
                .isEqualTo(LocalDateTime.of(2025, 12, 31, 18, 30));
    }

    @Test
    void lockedSheetsKeepHeadingsAndLetFieldsBeFilled() throws IOException {
        byte[] file = example();
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("<sheetProtection")
                .doesNotContain("password");
        assertThat(part(file, "xl/styles.xml")).contains("<protection locked=\"false\"");
    }

    @Test
    void fieldsTakeWhatTheirRuleAllows() throws IOException {
        assertThat(part(example(), "xl/worksheets/sheet1.xml"))
                .contains("<dataValidations count=\"4\">")
                .contains("<formula1>&quot;иә,жоқ&quot;</formula1>")
                .contains("<formula1>'Тізім'!$A$1:$A$2</formula1>")
                .contains("AND(B2&gt;=0,B2&lt;=9999,B2=INT(B2))")
                .contains("AND(C2&gt;=0,C2&lt;=99.9,TRUE)")
                .contains("error=\"0 &lt; x &amp; x &lt; 100\"");
    }

    @Test
    void stampStandsOnASheetThatNobodySees() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(example()))) {
            var stamp = workbook.findSheet(Spreadsheet.STAMP).orElseThrow();
            assertThat(stamp.getVisibility()).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(stamp.read().getFirst().getCellText(0)).isEqualTo("form");
            assertThat(stamp.read().getFirst().getCellText(1)).isEqualTo("appendix-1/1");
        }
    }

    @Test
    void tooLongTextEndsWithAnEllipsis() throws IOException {
        Spreadsheet spreadsheet = new Spreadsheet("long");
        spreadsheet.sheet("s").put(0, 0, Content.of("ұ".repeat(40_000)), CellStyle.PLAIN);
        assertThat(cell(spreadsheet.bytes(), "s", 0, 0).asString()).hasSize(32_767).endsWith("…");
    }

    private static byte[] example() {
        Spreadsheet spreadsheet = new Spreadsheet("Қызметкерлер");
        Sheet sheet = spreadsheet.sheet("Нысан");
        sheet.widths(5, 30, 12, 12);
        sheet.row(CellStyle.HEADING, "№", "Атауы", "Саны", "Иә ме");
        for (int row = 1; row <= 20; row++) {
            sheet.put(row, 0, Content.of(row), CellStyle.BOXED);
        }
        sheet.apply(new Area(1, 1, 20, 3), CellStyle.INPUT);
        sheet.whole(ANSWERS, BigDecimal.ZERO, new BigDecimal("9999"), "0 < x & x < 100");
        sheet.decimal(Area.column(2, 1, 20), BigDecimal.ZERO, new BigDecimal("99.9"), "0…99.9");
        sheet.choose(Area.column(3, 1, 10), List.of("иә", "жоқ"), "иә / жоқ");
        sheet.choose(Area.column(3, 11, 20), "Тізім", Area.column(0, 0, 1), "тізімнен");
        for (int note = 1; note <= 30; note++) {
            sheet.across("Ескертпе " + note, 4, CellStyle.PLAIN);
        }
        sheet.across(
                "Ескертпе: әріптер Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі", 4, 2, CellStyle.PLAIN.italic());
        sheet.freeze(1, 0).repeat(0, 0).foot("A & B").landscape().lock();
        spreadsheet.sheet("Тізім").row(CellStyle.PLAIN, "OMO");
        return spreadsheet.stamp("form", "appendix-1/1").stamp("year", "2025").bytes();
    }

    private static Cell cell(byte[] file, String sheet, int row, int column) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.findSheet(sheet).orElseThrow().read().get(row).getCell(column);
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
