package kz.bagalau.forms.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Takes workbooks apart and puts them together again, with whatever an attacker would change.
public final class Zip {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Zip() {}

    /// The smallest workbook: one sheet with the given XML inside `sheetData`.
    public static Zip workbook(String sheetData) {
        return new Zip()
                .with(
                        "[Content_Types].xml",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="xml" ContentType="application/xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        </Types>\
                        """)
                .with(
                        "_rels/.rels",
                        relationships(relationship("r1", "officeDocument", "xl/workbook.xml", "")))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship("r1", "worksheet", "worksheets/sheet1.xml", "")))
                .with(
                        "xl/workbook.xml",
                        """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                        <sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>\
                        """)
                .with("xl/worksheets/sheet1.xml", sheet(sheetData));
    }

    public static Zip of(byte[] archive) {
        Zip zip = new Zip();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                zip.parts.put(entry.getName(), stream.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    public static String sheet(String sheetData) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + sheetData
                + "</sheetData></worksheet>";
    }

    public static String relationships(String... relationships) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relationships)
                + "</Relationships>";
    }

    public static String relationship(String id, String type, String target, String more) {
        return "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\" %s/>"
                .formatted(id, type, target, more);
    }

    public Zip with(String part, String text) {
        return with(part, text.getBytes(StandardCharsets.UTF_8));
    }

    public Zip with(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    public Zip without(String part) {
        parts.remove(part);
        return this;
    }

    public String text(String part) {
        byte[] bytes = parts.get(part);
        if (bytes == null) {
            throw new IllegalArgumentException(part + " is none of " + parts.keySet());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
