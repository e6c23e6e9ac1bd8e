package kz.bagalau.forms.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import kz.bagalau.forms.workbook.Zip;
import kz.bagalau.forms.workbook.file.FileType;

/// Any bytes as one of the XML parts inside a sound workbook; the first byte chooses the part.
public final class FuzzedSheet {

    private static final List<String> PARTS =
            List.of(
                    "xl/worksheets/sheet1.xml",
                    "xl/sharedStrings.xml",
                    "xl/styles.xml",
                    "xl/workbook.xml",
                    "xl/_rels/workbook.xml.rels",
                    "[Content_Types].xml");

    private FuzzedSheet() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 0) {
            FuzzedWorkbook.readAll(workbook(bytes), FileType.XLSX);
        }
    }

    private static byte[] workbook(byte[] bytes) {
        String part = PARTS.get(Math.floorMod(bytes[0], PARTS.size()));
        return Zip.workbook(
                        "<row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"1\"><v>45000.5</v></c></row>")
                .with("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet><cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs></styleSheet>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        Zip.relationships(
                                Zip.relationship("r1", "worksheet", "worksheets/sheet1.xml", ""),
                                Zip.relationship("r2", "sharedStrings", "sharedStrings.xml", ""),
                                Zip.relationship("r3", "styles", "styles.xml", "")))
                .with(
                        part,
                        new String(
                                Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8))
                .bytes();
    }
}
