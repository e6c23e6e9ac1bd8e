package kz.bagalau.facts.http;

import static kz.bagalau.facts.http.Desk.AGENCY;
import static kz.bagalau.facts.http.Desk.COLLEAGUE;
import static kz.bagalau.facts.http.Desk.DIGITAL;
import static kz.bagalau.facts.http.Desk.HR;
import static kz.bagalau.facts.http.Desk.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.IncomingSheet;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.writing.CellStyle;
import kz.bagalau.forms.workbook.writing.Content;
import kz.bagalau.forms.workbook.writing.Sheet;
import kz.bagalau.forms.workbook.writing.Spreadsheet;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Points and sectors' scores of many bodies, out as a workbook and back.
class EnteredWorkbookTest {

    private static final Map<String, String> HR_OF_AKIMAT =
            Map.of("sub", "h2", "roles", "[bagalau:hr]", "body", "akimat");
    private static final String[] POINTS = {
        "body", "indicator", "points", "basis", "document", "version"
    };
    private static final String[] SECTORS = {
        "body", "smart.health", "smart.roads", "basis", "document", "version"
    };

    @AutoClose private final Desk desk = new Desk();

    @BeforeEach
    void threeBodies() {
        desk.body("min-digital", BodyKind.OMO);
        desk.body("akimat", BodyKind.ZHAO);
        desk.body("committee", BodyKind.OMO, "min-digital");
    }

    @ParameterizedTest
    @CsvSource({
        "[bagalau:agency], 200",
        "[bagalau:digital], 200",
        "[bagalau:hr], 403",
        "[bagalau:head bagalau:commission], 403"
    })
    void analystsOnly_takeAndGive(String roles, int status) {
        var claims = Map.of("sub", "x1", "roles", roles, "body", "min-digital");

        assertThat(export(claims, "en").status()).isEqualTo(status);
        assertThat(give(claims, "2025", "none".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(status == 200 ? 400 : 403);
        assertThat(export(NOBODY, "en").status()).isEqualTo(401);
        assertThat(give(NOBODY, "2025", new byte[0]).status()).isEqualTo(401);
        assertThat(export(HR, "en").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"kk, Балдар", "ru, Баллы", "en, Points"})
    void eachAnalystTakesTheirOwn_inTheirLanguage_aboutBodiesThatAreScored(
            String language, String sheet) {
        Map<String, List<Row>> agency = sheets(export(AGENCY, language).bytes());

        assertThat(agency).containsOnlyKeys(sheet, Spreadsheet.STAMP);
        assertThat(agency.toString())
                .contains("pm.gender", "pm.stability", "pm.net_turnover", "min-digital", "akimat")
                .doesNotContain("it.", "smart.", "committee");
        assertThat(sheets(export(DIGITAL, language).bytes()).toString())
                .contains("it.arch_portal", "smart.health")
                .doesNotContain("pm.");
    }

    /// Exported, and saved by SheetJS, which declares a type for macros in every file.
    @Test
    void whatSheetJsSaved_isRead() throws IOException {
        byte[] file;
        try (var stream = EnteredWorkbookTest.class.getResourceAsStream("facts-sheetjs.xlsx")) {
            file = Objects.requireNonNull(stream).readAllBytes();
        }
        sheets(file).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.cell(3).text().startsWith("pm."))
                .map(row -> row.cell(1).text())
                .distinct()
                .forEach(body -> desk.body(body, BodyKind.OMO));

        // The points in it were entered in another system.
        assertThat(cells(check(AGENCY, file)))
                .isNotEmpty()
                .allMatch(error -> error.startsWith("Points I") && error.endsWith("ROW_CHANGED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void whatIsTaken_changesNothingWhenItIsGivenBack(String language) {
        desk.put(
                AGENCY,
                "min-digital",
                "{\"manual\":{\"pm.gender\":{\"points\":\"4\",\"basis\":\"=1+1\\n two  lines\","
                        + "\"document\":\"doc-1\"}}}");
        desk.put(DIGITAL, "akimat", "{\"facts\":{\"smart.health\":\"512.25\"},\"basis\":\"b\"}");
        List<String> stored = desk.stored();

        for (var claims : List.of(AGENCY, DIGITAL)) {
            Desk.Answer again = give(claims, "2025", export(claims, language).bytes());
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body().path("values").asInt()).isZero();
        }
        assertThat(desk.stored()).isEqualTo(stored);
    }

    /// Somebody of both roles enters facts of both directions for one reason.
    @Test
    void p35_aBasisThatMaySpeakOfLeavers_isNotTaken() {
        desk.publish("akimat", "exit-interviews", Desk.count("exit.interviewed", 18));
        var both = Map.of("sub", "b1", "roles", "[bagalau:agency bagalau:digital]");
        String json =
                "{\"facts\":{\"exit.negative\":11,\"smart.health\":\"512.25\"},"
                        + "\"basis\":\"eleven of them\",\"document\":\"doc-neg\"}";
        assertThat(desk.put(both, "akimat", json).status()).isEqualTo(200);

        assertThat(sheets(export(both, "en").bytes()).toString())
                .contains("512.25", "eleven of them", "doc-neg");
        assertThat(sheets(export(DIGITAL, "en").bytes()).toString())
                .contains("512.25")
                .doesNotContain("eleven", "doc-neg");
    }

    @Test
    void whatIsNeverAFormula_staysTheTextThatItWas() {
        desk.put(
                AGENCY,
                "min-digital",
                "{\"manual\":{\"pm.gender\":{\"points\":\"4\",\"basis\":\"=HYPERLINK(1)\","
                        + "\"document\":\"doc-1\"}}}");

        assertThat(
                        sheets(export(AGENCY, "en").bytes()).values().stream()
                                .flatMap(List::stream)
                                .flatMap(row -> row.cells().stream())
                                .filter(cell -> cell.text().startsWith("=")))
                .singleElement()
                .matches(cell -> !cell.formula() && cell.text().equals("=HYPERLINK(1)"));
    }

    @Test
    void aWorkbook_isTakenWhole_andOnceOnly() {
        byte[] file =
                workbook(book ->
                        points(
                                book,
                                row("min-digital", "pm.gender", "4.5", "report", "doc-1", ""),
                                row("akimat", "pm.stability", "3", "table 2", "doc-2", "")));

        assertThat(check(AGENCY, file).body().toString())
                .isEqualTo("{\"year\":2025,\"stored\":false,\"bodies\":2,\"values\":2}");
        assertThat(desk.stored()).isEmpty();
        assertThat(give(AGENCY, "2025", file).body().toString())
                .isEqualTo("{\"year\":2025,\"stored\":true,\"bodies\":2,\"values\":2}");
        List<String> stored = desk.stored();
        desk.later();
        assertThat(give(AGENCY, "2025", file).body().path("values").asInt()).isZero();
        assertThat(desk.stored()).isEqualTo(stored);
        JsonNode gender = desk.get(AGENCY, "min-digital").body().at("/manual/pm.gender");
        assertThat(gender.path("points").asText()).isEqualTo("4.5");
        assertThat(gender.path("basis").asText()).isEqualTo("report");
        assertThat(
                        desk.history(AGENCY, "akimat", "pm.stability")
                                .body()
                                .at("/history/0/by")
                                .asText())
                .isEqualTo("a1");
    }

    @Test
    void sectorScores_areTakenWithOneBasisABody() {
        byte[] file =
                workbook(book ->
                        sectors(book, row("akimat", "512.25", "100", "letter 7", "doc-7", "")));

        assertThat(give(DIGITAL, "2025", file).status()).isEqualTo(200);

        JsonNode health = desk.get(HR_OF_AKIMAT, "akimat").fact("smart.health");
        assertThat(health.path("value").asText()).isEqualTo("512.25");
        assertThat(health.at("/source/basis").asText()).isEqualTo("letter 7");
        assertThat(health.at("/source/document").asText()).isEqualTo("doc-7");
    }

    /// For some programs it is one thousand, for others one with three decimals.
    @Test
    void aSectorsScoreThatMayBeAThousandTimesAsMuch_isRefused() {
        byte[] file =
                workbook(book -> sectors(book, row("akimat", "1,000", "100", "b", "doc-7", "")));

        assertThat(cells(give(DIGITAL, "2025", file)))
                .singleElement()
                .asString()
                .endsWith(" B2 FACT_TYPE");
        assertThat(desk.stored()).isEmpty();
    }

    @Test
    void everyErrorIsToldAtItsCell_andNothingStored() {
        byte[] file =
                workbook(book -> {
                    points(
                            book,
                            row("min-digital", "it.arch_portal", "31", "b", "d", ""),
                            row("min-digital", "it.local_content", "many", "b", "d", ""),
                            row("min-digital", "it.automation", "-1", "", "no id!", ""),
                            row("akimat", "it.unused_systems", "3", "b", "", ""),
                            row("elsewhere", "it.automation", "3", "b", "d", ""),
                            row("committee", "it.automation", "3", "b", "d", ""),
                            row("akimat", "it.it_staff", "3", "b", "d", ""),
                            row("akimat", "it.none", "3", "b", "d", ""),
                            row("akimat", "pm.gender", "3", "b", "d", ""),
                            row("akimat", "it.automation", "", "a reason", "", ""),
                            row("akimat", "it.data_currency", "1", "b", "d", ""),
                            row("akimat", "it.data_currency", "2", "b", "d", ""));
                    sectors(
                            book,
                            row("akimat", "6900", "0.5", "b", "", ""),
                            row("min-digital", "5", "x", "", "", ""));
                });

        Desk.Answer refused = give(DIGITAL, "2025", file);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(cells(refused))
                .containsExactlyInAnyOrder(
                        "P C2 ABOVE_MAXIMUM",
                        "P C3 WRONG_TYPE",
                        "P C4 NEGATIVE",
                        "P D4 REQUIRED",
                        "P E4 NOT_A_DOCUMENT",
                        "P E5 REQUIRED",
                        "P A6 NO_SUCH_BODY",
                        "P A7 NO_SUCH_BODY",
                        "P B8 NOT_BY_HAND",
                        "P B9 UNKNOWN_INDICATOR",
                        "P B10 NOT_YOURS",
                        "P C11 REQUIRED",
                        "P B13 ROW_REPEATED",
                        "S B2 FACT_TOO_LARGE",
                        "S B3 NOT_FOR_THIS_BODY",
                        "S C3 NOT_FOR_THIS_BODY");
        assertThat(desk.stored()).isEmpty();
        assertThat(check(DIGITAL, file).body()).isEqualTo(refused.body());
    }

    @Test
    void whatSomebodyElseHasChangedSince_isRefusedAtItsCell() {
        byte[] taken = export(AGENCY, "en").bytes();
        desk.put(
                COLLEAGUE,
                "min-digital",
                "{\"manual\":{\"pm.gender\":{\"points\":\"2\",\"basis\":\"b\",\"document\":\"d\"}}}");
        byte[] file =
                workbook(book ->
                        points(book, row("min-digital", "pm.gender", "4", "report", "doc-1", "")));

        Desk.Answer refused = give(AGENCY, "2025", file);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(cells(refused)).containsExactly("P F2 ROW_CHANGED");
        assertThat(give(AGENCY, "2025", taken).status()).as("cells left empty").isEqualTo(200);
    }

    @Test
    void moreBodiesThanFitIntoOneTransaction_areRefusedWithTheLimit() {
        String[][] rows =
                IntStream.range(0, 100)
                        .mapToObj(i -> {
                            desk.body("body-" + i, BodyKind.OMO);
                            return row("body-" + i, "pm.gender", "1", "b", "d", "");
                        })
                        .toArray(String[][]::new);

        Desk.Answer refused = give(AGENCY, "2025", workbook(book -> points(book, rows)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("code").asText()).isEqualTo("TOO_MANY_BODIES");
        assertThat(refused.body().path("detail").asText()).contains("100", "99");
        assertThat(desk.stored()).isEmpty();

        String[][] fewer = Arrays.copyOf(rows, 99);
        assertThat(give(AGENCY, "2025", workbook(book -> points(book, fewer))).status())
                .isEqualTo(200);
        assertThat(desk.stored()).hasSize(100); // an entry a body, and one of the audit trail
    }

    @Test
    void anotherYearsWorkbook_orNoWorkbook_isRefused() {
        assertThat(cells(give(AGENCY, "2026", export(AGENCY, "en").bytes())))
                .containsExactly("  OTHER_YEAR");
        assertThat(cells(give(AGENCY, "2025", "body;points".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("  FILE_REFUSED");
        assertThat(give(AGENCY, "25", new byte[0]).status()).isEqualTo(400);
    }

    @Test
    void whatStandsBesideTheColumns_orUnderTwoOfOneName_isRefusedAtItsCell() {
        byte[] file =
                workbook(book -> {
                    Sheet points = book.sheet("P");
                    points.row(CellStyle.PLAIN, concat(POINTS, "points"));
                    points.row(
                            CellStyle.PLAIN,
                            Content.of("min-digital"),
                            Content.of("it.arch_portal"),
                            Content.of(""),
                            Content.of("b"),
                            Content.of("d"),
                            Content.of(""),
                            Content.of(""),
                            Content.of(new BigDecimal("4")));
                    Sheet sectors = book.sheet("S");
                    sectors.row(
                            CellStyle.PLAIN,
                            "body",
                            "smart.health",
                            "smart.heath",
                            "basis",
                            "document");
                    Sheet old = book.sheet("Without names");
                    old.row(CellStyle.PLAIN, Content.of("akimat"), Content.of(new BigDecimal("5")));
                    book.sheet("Notes").row(CellStyle.PLAIN, "by hand");
                });

        assertThat(cells(give(DIGITAL, "2025", file)))
                .contains(
                        "P G1 COLUMN_REPEATED",
                        "P H2 BESIDE_COLUMNS",
                        "S C1 UNKNOWN_FACT",
                        "Without names A1 SHEET_NOT_READ")
                .noneMatch(error -> error.startsWith("Notes"));
        assertThat(desk.stored()).isEmpty();
    }

    @Test
    void aFormulaWithoutAValue_isRefusedAtItsCell() throws IOException {
        byte[] points =
                uncalculated(
                        workbook(book ->
                                points(
                                        book,
                                        row("min-digital", "it.arch_portal", "4", "b", "d", ""))),
                        "C2");
        byte[] sectors =
                uncalculated(
                        workbook(book -> sectors(book, row("akimat", "512", "1", "b", "", ""))),
                        "B2");

        assertThat(cells(give(DIGITAL, "2025", points))).containsExactly("P C2 NOT_CALCULATED");
        assertThat(cells(give(DIGITAL, "2025", sectors))).containsExactly("S B2 NOT_CALCULATED");
    }

    @Test
    void anErrorInThePlaceOfTheBasis_isRefusedAtItsCell() throws IOException {
        byte[] points =
                workbook(book ->
                        points(book, row("min-digital", "it.arch_portal", "4", "b", "doc-1", "")));

        assertThat(
                        cells(
                                give(
                                        DIGITAL,
                                        "2025",
                                        with(
                                                points,
                                                "D2",
                                                "<c r=\"D2\" t=\"e\"><f>A9</f><v>#REF!</v></c>"))))
                .containsExactly("P D2 ERROR_VALUE");
        assertThat(cells(give(DIGITAL, "2025", uncalculated(points, "D2"))))
                .containsExactly("P D2 NOT_CALCULATED");
        assertThat(desk.stored()).isEmpty();
    }

    @Test
    void whatAFilterHasHidden_isNotEntered() throws IOException {
        byte[] points =
                workbook(book ->
                        points(book, row("min-digital", "it.arch_portal", "4", "b", "doc-1", "")));
        byte[] filtered = replaced(points, "<row r=\"2\"", "<row r=\"2\" hidden=\"1\"");
        byte[] hidden = replaced(points, "(name=\"P\")", "$1 state=\"hidden\"");

        for (byte[] file : List.of(filtered, hidden)) {
            assertThat(cells(give(DIGITAL, "2025", file))).containsExactly("P A2 ROW_HIDDEN");
        }
        assertThat(desk.stored()).isEmpty();
        assertThat(give(DIGITAL, "2025", points).status()).isEqualTo(200);
        // What stands already is entered by nobody.
        assertThat(give(DIGITAL, "2025", filtered).status()).isEqualTo(200);
    }

    /// The workbook with a formula in a cell, as a program writes it that calculates nothing.
    private static byte[] uncalculated(byte[] workbook, String cell) throws IOException {
        return with(workbook, cell, "<c r=\"" + cell + "\"><f>2+2</f></c>");
    }

    private static byte[] with(byte[] workbook, String cell, String markup) throws IOException {
        return replaced(workbook, "<c r=\"" + cell + "\"[^>]*>.*?</c>", markup);
    }

    private static byte[] replaced(byte[] workbook, String pattern, String by) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.write(part.replaceAll(pattern, by).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String[] concat(String[] names, String more) {
        return Stream.concat(Arrays.stream(names), Stream.of(more)).toArray(String[]::new);
    }

    private static byte[] workbook(Consumer<Spreadsheet> content) {
        Spreadsheet book = new Spreadsheet("by hand");
        content.accept(book);
        return book.bytes();
    }

    private static void points(Spreadsheet book, String[]... rows) {
        fill(book.sheet("P"), POINTS, 2, 2, rows);
    }

    private static void sectors(Spreadsheet book, String[]... rows) {
        fill(book.sheet("S"), SECTORS, 1, 2, rows);
    }

    /// Numbers are typed as numbers in some columns.
    private static void fill(Sheet sheet, String[] names, int first, int last, String[]... rows) {
        sheet.row(CellStyle.PLAIN, names);
        for (String[] row : rows) {
            List<Content> contents = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                boolean number = i >= first && i <= last && row[i].matches("-?\\d+(\\.\\d+)?");
                contents.add(number ? Content.of(new BigDecimal(row[i])) : Content.of(row[i]));
            }
            sheet.row(CellStyle.PLAIN, contents.toArray(Content[]::new));
        }
    }

    private static String[] row(String... cells) {
        return cells;
    }

    private static List<String> cells(Desk.Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error ->
                        error.path("sheet").asText()
                                + " "
                                + error.path("cell").asText()
                                + " "
                                + error.path("code").asText())
                .toList();
    }

    private static Map<String, List<Row>> sheets(byte[] file) {
        Map<String, List<Row>> sheets = new LinkedHashMap<>();
        if (IncomingFile.open(file, FileType.XLSX, FileLimits.DEFAULT)
                instanceof Opened.Readable(var opened)) {
            try (opened) {
                for (IncomingSheet sheet : opened.sheets()) {
                    List<Row> rows = new ArrayList<>();
                    sheet.read(rows::add);
                    sheets.put(sheet.name(), rows);
                }
            }
        }
        return sheets;
    }

    private Desk.Answer export(Map<String, String> claims, String language) {
        return desk.send(
                "ReadFacts",
                ReadFacts::new,
                "GET /facts.xlsx",
                Map.of(),
                Map.of("year", "2025", "lang", language),
                claims,
                null,
                "en");
    }

    private Desk.Answer give(Map<String, String> claims, String year, byte[] file) {
        return give(claims, year, null, file);
    }

    private Desk.Answer check(Map<String, String> claims, byte[] file) {
        return give(claims, "2025", "true", file);
    }

    private Desk.Answer give(
            Map<String, String> claims, String year, @Nullable String check, byte[] file) {
        return desk.sendFile(
                "PUT /facts.xlsx",
                check == null ? Map.of("year", year) : Map.of("year", year, "check", check),
                claims,
                file);
    }
}
