package kz.bagalau.forms.workbook;

import static kz.bagalau.forms.workbook.Zip.relationship;
import static kz.bagalau.forms.workbook.Zip.relationships;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.rules.Language;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that somebody made to harm, and files that are honestly the wrong ones.
final class HostileFilesTest {

    private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    private static final String RELS = "xl/_rels/workbook.xml.rels";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void anHonestWorkbookOfTheSameMakingIsRead() {
        assertThat(read(Zip.workbook(ROW).bytes())).isEmpty();
    }

    @Test
    void aZipBombIsRefusedBeforeAnythingIsRead() {
        byte[] zeros = new byte[60 << 20];
        Arrays.fill(zeros, (byte) ' ');
        assertThat(refused(Zip.workbook(ROW).with("xl/media/picture.png", zeros)))
                .isEqualTo(Code.FILE_INFLATES);
    }

    @Test
    void aPartThatSwellsSlowlyIsRefusedAtItsLimit() {
        String rows =
                IntStream.rangeClosed(1, 60_000)
                        .mapToObj(row ->
                                "<row r=\"%d\"><c r=\"A%d\"><v>%d</v></c></row>"
                                        .formatted(row, row, row * 7919L % 100_003))
                        .collect(Collectors.joining());
        byte[] bytes = Zip.workbook(rows).bytes();
        assertThat(read(bytes)).isEmpty();
        var limits = new FileLimits(20 << 20, 1 << 20, 1 << 20, 150, 100, 100, 1_000_000);
        assertThat(IncomingFile.open(bytes, FileType.XLSX, limits))
                .satisfies(is(Code.FILE_INFLATES));
    }

    @Test
    void theWholeMayNotSwellEither() {
        Zip zip = Zip.workbook(ROW);
        for (int i = 0; i < 20; i++) {
            byte[] part = new byte[100_000];
            Arrays.fill(part, (byte) i);
            zip.with("xl/media/" + i + ".bin", part);
        }
        var limits = new FileLimits(20 << 20, 1 << 20, 1 << 20, 150, 100, 100, 1_000_000);
        assertThat(IncomingFile.open(zip.bytes(), FileType.XLSX, limits))
                .satisfies(is(Code.FILE_INFLATES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            })
    void documentTypesAreRefusedInEveryPart(String doctype) {
        String sheet = doctype + Zip.sheet("<row><c t=\"str\"><v>&e;</v></c></row>");
        assertThat(refused(Zip.workbook(ROW).with(SHEET, sheet))).isEqualTo(Code.FILE_DOCTYPE);
        Zip unread = Zip.workbook(ROW).with("docProps/custom.xml", doctype + "<x/>");
        assertThat(refused(unread)).isEqualTo(Code.FILE_DOCTYPE);
        Zip types = Zip.workbook(ROW);
        types.with("[Content_Types].xml", doctype + types.text("[Content_Types].xml"));
        assertThat(refused(types)).isEqualTo(Code.FILE_DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void documentTypesCannotHideInAnotherEncoding(String encoding) throws IOException {
        String sheet =
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY e \"boo\">]>"
                        + Zip.sheet("<row><c t=\"str\"><v>&e;</v></c></row>");
        Zip zip = Zip.workbook(ROW).with(SHEET, sheet.getBytes(encoding));
        assertThat(refused(zip)).isEqualTo(Code.FILE_DAMAGED);
    }

    @Test
    void entitiesThatNobodyDefinedAreDamage() {
        Zip zip = Zip.workbook("<row><c t=\"str\"><v>&boo;</v></c></row>");
        assertThat(refused(zip)).isIn(Code.FILE_DAMAGED, Code.FILE_DOCTYPE);
    }

    @Test
    void tenThousandSheetsAreRefused() {
        Zip zip = Zip.workbook(ROW);
        String tabs =
                IntStream.rangeClosed(1, 10_000)
                        .mapToObj(i ->
                                "<sheet name=\"s%d\" sheetId=\"%d\" r:id=\"r1\"/>".formatted(i, i))
                        .collect(Collectors.joining());
        zip.with(
                "xl/workbook.xml",
                zip.text("xl/workbook.xml")
                        .replaceAll("<sheets>.*</sheets>", "<sheets>" + tabs + "</sheets>"));
        assertThat(refused(zip)).isEqualTo(Code.FILE_SHEETS);
    }

    @Test
    void tenThousandPartsAreRefused() {
        Zip zip = Zip.workbook(ROW);
        for (int i = 0; i < 10_000; i++) {
            zip.with("xl/worksheets/more" + i + ".xml", "<x/>");
        }
        assertThat(refused(zip)).isEqualTo(Code.FILE_PARTS);
    }

    @Test
    void twoPartsOfOneNameAreDamage() {
        Zip zip = Zip.workbook(ROW).with(SHEET.replace("sheet1", "SHEET1"), Zip.sheet(""));
        assertThat(refused(zip)).isEqualTo(Code.FILE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/macrosheets/sheet1.xml",
                "xl/dialogsheets/sheet1.xml",
                "xl/activeX/activeX1.xml"
            })
    void programsAreRefused(String part) {
        assertThat(refused(Zip.workbook(ROW).with(part, "<x/>"))).isEqualTo(Code.FILE_MACROS);
    }

    @Test
    void aMacroWorkbookUnderAnotherNameIsRefused() {
        Zip zip = Zip.workbook(ROW);
        zip.with(
                "[Content_Types].xml",
                zip.text("[Content_Types].xml")
                        .replace(
                                "openxmlformats-officedocument.spreadsheetml.sheet.main",
                                "ms-excel.sheet.macroEnabled.main"));
        assertThat(refused(zip)).isEqualTo(Code.FILE_MACROS);
    }

    @Test
    void embeddedDocumentsAreRefused() {
        assertThat(refused(Zip.workbook(ROW).with("xl/embeddings/oleObject1.bin", "x")))
                .isEqualTo(Code.FILE_EMBEDDED);
    }

    @Test
    void linksToOtherWorkbooksAreRefused() {
        Zip zip =
                Zip.workbook(ROW)
                        .with("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                        .with(
                                "xl/externalLinks/_rels/externalLink1.xml.rels",
                                relationships(
                                        relationship(
                                                "r1",
                                                "externalLinkPath",
                                                "file:///secret.xlsx",
                                                "TargetMode=\"External\"")));
        assertThat(refused(zip)).isEqualTo(Code.FILE_EXTERNAL_LINKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "attachedTemplate", "oleObject", "frame"})
    void whateverIsFetchedFromOutsideIsRefused(String type) {
        Zip zip = Zip.workbook(ROW);
        zip.with(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relationships(
                        relationship(
                                "r1", type, "http://127.0.0.1:1/x", "TargetMode=\"External\"")));
        assertThat(refused(zip)).isEqualTo(Code.FILE_EXTERNAL_LINKS);
    }

    @Test
    void anAddressThatCanBeClickedIsHarmless() {
        Zip zip =
                Zip.workbook(ROW)
                        .with(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                relationships(
                                        relationship(
                                                "r1",
                                                "hyperlink",
                                                "https://example.kz",
                                                "TargetMode=\"External\"")));
        assertThat(read(zip.bytes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/connections.xml", "xl/queryTables/queryTable1.xml"})
    void databaseConnectionsAreRefused(String part) {
        assertThat(refused(Zip.workbook(ROW).with(part, "<x/>")))
                .isEqualTo(Code.FILE_EXTERNAL_LINKS);
    }

    @Test
    void ddeLinksAreRefusedByTheirName() {
        Zip zip =
                Zip.workbook(ROW)
                        .with(
                                "xl/externalLinks/externalLink1.xml",
                                "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>");
        assertThat(refused(zip)).isEqualTo(Code.FILE_DDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd|'/c calc'!A0",
                "IF(1,MSEXCEL|'\\..\\calc'!A1)",
                "webservice(\"http://127.0.0.1/\"&amp;A1)",
                "_xlfn.WEBSERVICE(A1)",
                "REGISTER.ID(\"k\",\"f\")"
            })
    void formulasThatReachOutsideAreRefusedInTheirCell(String formula) {
        byte[] bytes =
                Zip.workbook(
                                "<row r=\"3\"><c r=\"B3\"><f>%s</f><v>1</v></c></row>"
                                        .formatted(formula))
                        .bytes();
        Refusal refusal = read(bytes).orElseThrow();
        assertThat(refusal.code()).isEqualTo(Code.FILE_DDE);
        assertThat(refusal.sheet()).isEqualTo("Sheet1");
        assertThat(refusal.cell()).isEqualTo("B3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUM(A1:A9)",
                "\"a|b\"&amp;A1",
                "'Sheet|1'!A1",
                "VCALL(1)",
                "Table1[[#This Row],[a]]"
            })
    void formulasThatOnlyCalculateAreRead(String formula) {
        byte[] bytes =
                Zip.workbook("<row><c><f>%s</f><v>1</v></c></row>".formatted(formula)).bytes();
        assertThat(read(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"/><row r=\"1\"><c/></row>",
                "<row r=\"0\"><c/></row>",
                "<row r=\"1048577\"><c/></row>",
                "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"AAAAAAAAAAAAAAAAA1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"\"><v>1</v></c></row>",
                "<row r=\"x\"><c><v>1</v></c></row>",
                "<row><c><v>1</c></row>",
                "<c><v>1</v></c>",
                "<row><c t=\"inlineStr\"><is><t>x"
            })
    void impossibleMarkupIsDamage(String sheetData) {
        assertThat(refused(Zip.workbook(sheetData))).isEqualTo(Code.FILE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c><v>1E999999999</v></c>",
                "<c><v>1E2147483648</v></c>",
                "<c><v>ten</v></c>",
                "<c t=\"s\"><v>0</v></c>",
                "<c t=\"s\"><v>-1</v></c>",
                "<c t=\"q\"><v>0</v></c>",
                "<c t=\"b\"><v>maybe</v></c>",
                "<c t=\"e\"><v>DROP TABLE</v></c>",
                "<c t=\"d\"><v>2025-03-03T08:50:00.000Z</v></c>",
                "<c t=\"inlineStr\"><is><t>a_xD800_b</t></is></c>",
                "<c t=\"str\"><v>%s</v></c>",
                "<c t=\"inlineStr\"><is><t>_x0000_</t></is></c>"
            })
    void anOddCellIsUnreadableAndTheOthersAreRead(String cell) {
        String row = "<row><c><v>1</v></c>" + cell + "<c><v>3</v></c></row>";
        byte[] bytes = Zip.workbook(row.replace("%s", "a".repeat(40_000))).bytes();
        try (var file = readable(bytes, FileLimits.DEFAULT)) {
            List<Row> rows = new ArrayList<>();
            assertThat(file.sheets().getFirst().read(rows::add)).isEmpty();
            assertThat(rows.getFirst().cell(1).number()).contains(BigDecimal.ONE);
            assertThat(rows.getFirst().cell(2).value()).isInstanceOf(Value.Unreadable.class);
            assertThat(rows.getFirst().cell(2).blank()).isFalse();
            assertThat(rows.getFirst().cell(2).text()).matches("[^\\ud800-\\udfff]+");
            assertThat(rows.getFirst().cell(3).number()).contains(new BigDecimal(3));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/drawings/drawing1.xml",
                "xl/drawings/vmlDrawing1.vml",
                "xl/drawings/_rels/drawing1.xml.rels",
                "xl/theme/theme1.xml",
                "xl/comments1.xml",
                "docProps/app.xml",
                "customXml/item1.xml",
                "xl/printerSettings/printerSettings1.bin"
            })
    void aDamagedPartThatNobodyReadsCondemnsNoFile(String part) {
        assertThat(read(Zip.workbook(ROW).with(part, "<a><b></a>\u0000 &boo; <").bytes()))
                .isEmpty();
        byte[] utf16 = "<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_16);
        assertThat(read(Zip.workbook(ROW).with(part, utf16).bytes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>",
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/>",
                "<Override PartName=\"/xl/vba.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
            })
    void aTypeForMacrosIsNoMacro_untilAPartHasIt(String type) {
        Zip zip = Zip.workbook(ROW);
        String types = zip.text("[Content_Types].xml").replace("</Types>", type + "</Types>");
        zip.with("[Content_Types].xml", types);
        assertThat(read(zip.bytes())).isEmpty();
        zip.with("xl/printerSettings/printerSettings1.bin", "printer");
        assertThat(read(zip.bytes())).isEmpty();
        zip.with("xl/vba.bin", "x");
        assertThat(refused(zip)).isEqualTo(Code.FILE_MACROS);
    }

    @ParameterizedTest
    @CsvSource({
        "vbaProject, FILE_MACROS",
        "xlMacrosheet, FILE_MACROS",
        "oleObject, FILE_EMBEDDED",
        "package, FILE_EMBEDDED"
    })
    void programsAndPackedDocumentsAreKnownByTheirRelationship(String type, Code code) {
        Zip zip =
                Zip.workbook(ROW)
                        .with("xl/data1.xml", "<x/>")
                        .with(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                relationships(relationship("r1", type, "../data1.xml", "")));
        assertThat(refused(zip)).isEqualTo(code);
    }

    @Test
    void packedDocumentsAreKnownByWhatTheyAre() {
        byte[] compound = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
        assertThat(refused(Zip.workbook(ROW).with("xl/media/image1.png", compound)))
                .isEqualTo(Code.FILE_EMBEDDED);
        assertThat(refused(Zip.workbook(ROW).with("xl/x.dat", Zip.workbook(ROW).bytes())))
                .isEqualTo(Code.FILE_EMBEDDED);
    }

    @Test
    void aRowOfManyLongTextsIsRefused() {
        String data =
                "<row>"
                        + "<c t=\"str\"><v>%s</v></c>".formatted("a".repeat(30_000)).repeat(40)
                        + "</row>";
        assertThat(refused(Zip.workbook(data))).isEqualTo(Code.FILE_TEXT_TOO_LONG);
    }

    @Test
    void markupThatAParserWouldHoldWholeIsRefused() {
        String attribute = "<row a=\"%s\"/>".formatted("a".repeat(2_000_000));
        assertThat(refused(Zip.workbook(attribute))).isEqualTo(Code.FILE_DAMAGED);
        String depth = "<a>".repeat(100_000);
        assertThat(refused(Zip.workbook(depth))).isEqualTo(Code.FILE_DAMAGED);
        String names =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "<n" + i + "/>")
                        .collect(Collectors.joining());
        assertThat(refused(Zip.workbook(names))).isEqualTo(Code.FILE_DAMAGED);
    }

    @Test
    void sectionsOfTextAreReadAndHideNothing() {
        String text = "<row><c t=\"str\"><v>a<![CDATA[<b>]] ]>&amp;]]>c</v></c></row>";
        assertThat(read(Zip.workbook(text).bytes())).isEmpty();
        String endless = "<row><c t=\"str\"><v><![CDATA[%s]]></v></c></row>";
        assertThat(refused(Zip.workbook(endless.formatted("<".repeat(2_000_000)))))
                .isEqualTo(Code.FILE_DAMAGED);
        String hidden = "<!-- <![CDATA[ --><!DOCTYPE x [<!ENTITY e \"boo\">]>" + Zip.sheet(ROW);
        assertThat(refused(Zip.workbook(ROW).with(SHEET, hidden))).isEqualTo(Code.FILE_DOCTYPE);
    }

    @Test
    void rowsBeyondTheLimitAreRefused() {
        byte[] bytes = Zip.workbook("<row><c><v>1</v></c></row>".repeat(11)).bytes();
        try (var file = readable(bytes, FileLimits.DEFAULT.withRows(10))) {
            Refusal refusal = file.sheets().getFirst().read(row -> {}).orElseThrow();
            assertThat(refusal.code()).isEqualTo(Code.FILE_ROWS);
            assertThat(refusal.message().en()).contains("10");
        }
    }

    @Test
    void filesOverTheLimitAreNotOpened() {
        byte[] bytes = Zip.workbook(ROW).bytes();
        assertThat(
                        IncomingFile.open(
                                bytes,
                                FileType.XLSX,
                                FileLimits.DEFAULT.withBytes(bytes.length - 1)))
                .satisfies(is(Code.FILE_TOO_LARGE));
    }

    @Test
    void anOldWorkbookUnderXlsxIsNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var old = new HSSFWorkbook()) {
            old.createSheet().createRow(0).createCell(0).setCellValue(1);
            old.write(bytes);
        }
        assertThat(refused(bytes.toByteArray())).isEqualTo(Code.FILE_OLD_WORKBOOK);
    }

    @Test
    void aWorkbookWithAPasswordIsNamed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook();
                var files = new POIFSFileSystem()) {
            book.createSheet();
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                book.write(stream);
            }
            files.writeFilesystem(bytes);
        }
        assertThat(refused(bytes.toByteArray())).isEqualTo(Code.FILE_ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.7", "<html><table>", "<?xml version=\"1.0\"?>", "a;b\n1;2", "Rar!x"})
    void anotherTypeUnderXlsxIsRefused(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Code.FILE_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mimetype", "word/document.xml", "ppt/presentation.xml", "xl/workbook.bin"})
    void otherOfficeDocumentsUnderXlsxAreRefused(String part) {
        assertThat(refused(Zip.workbook(ROW).with(part, "x"))).isEqualTo(Code.FILE_TYPE);
    }

    @Test
    void aWorkbookUnderCsvIsRefused() {
        assertThat(IncomingFile.open(Zip.workbook(ROW).bytes(), FileType.CSV, FileLimits.DEFAULT))
                .satisfies(is(Code.FILE_TYPE));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refused(new byte[0])).isEqualTo(Code.FILE_EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {RELS, SHEET, "xl/workbook.xml", "_rels/.rels"})
    void aWorkbookWithoutAPartIsDamaged(String part) {
        assertThat(refused(Zip.workbook(ROW).without(part))).isEqualTo(Code.FILE_DAMAGED);
    }

    @Test
    void aFileCutShortIsDamagedWhereverItIsCut() {
        byte[] bytes = Zip.workbook(ROW).bytes();
        for (int length = 4; length < bytes.length; length += 37) {
            assertThat(refused(Arrays.copyOf(bytes, length))).isEqualTo(Code.FILE_DAMAGED);
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyRefusalSaysInThreeLanguagesWhatToDo(Code code) {
        Refusal refusal = Refusal.of(code, "first", "second");
        for (Language language : Language.values()) {
            assertThat(refusal.message().in(language)).isNotBlank().doesNotContain("%s");
        }
    }

    static java.util.function.Consumer<Opened> is(Code code) {
        return opened ->
                assertThat(opened)
                        .isInstanceOfSatisfying(
                                Opened.Refused.class,
                                refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static Code refused(Zip zip) {
        return refused(zip.bytes());
    }

    private static Code refused(byte[] bytes) {
        return read(bytes).orElseThrow(() -> new AssertionError("was read")).code();
    }

    /// Opens a file and reads all of it.
    private static Optional<Refusal> read(byte[] bytes) {
        switch (IncomingFile.open(bytes, FileType.XLSX, FileLimits.DEFAULT)) {
            case Opened.Refused(var refusal) -> {
                return Optional.of(refusal);
            }
            case Opened.Readable(var file) -> {
                try (file) {
                    return file.sheets().stream()
                            .flatMap(sheet -> sheet.read(row -> {}).stream())
                            .findFirst();
                }
            }
        }
    }

    private static IncomingFile readable(byte[] bytes, FileLimits limits) {
        if (IncomingFile.open(bytes, FileType.XLSX, limits) instanceof Opened.Readable(var file)) {
            return file;
        }
        throw new AssertionError("was refused");
    }
}
