package kz.bagalau.forms.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes files that are too large to be made in memory.
public final class LargeFiles {

    private LargeFiles() {}

    /// A workbook of passages, headings in its first row: person, door, direction, time as text and
    /// shared strings for persons and doors, as pass systems write them.
    public static Path passages(Path path, int rows) throws IOException {
        Random random = new Random(7);
        int people = 2_000;
        return write(
                path,
                strings -> {
                    for (int person = 0; person < people; person++) {
                        strings.append("<si><t>KZ-").append(100_000 + person).append("</t></si>");
                    }
                    strings.append(
                            "<si><t>Негізгі кіреберіс</t></si><si><t>кіру</t></si><si><t>шығу</t></si>");
                    strings.append(
                            "<si><t>Адам</t></si><si><t>Есік немесе ғимарат</t></si><si><t>Бағыты</t></si><si><t>Уақыты</t></si>");
                },
                sheet -> {
                    sheet.append("<row r=\"1\">");
                    for (int column = 0; column < 4; column++) {
                        sheet.append("<c r=\"")
                                .append((char) ('A' + column))
                                .append("1\" t=\"s\"><v>")
                                .append(people + 3 + column)
                                .append("</v></c>");
                    }
                    sheet.append("</row>");
                    LocalDateTime first = LocalDateTime.of(2025, 6, 2, 8, 0);
                    for (int row = 2; row <= rows + 1; row++) {
                        sheet.append("<row r=\"")
                                .append(row)
                                .append("\"><c r=\"A")
                                .append(row)
                                .append("\" t=\"s\"><v>")
                                .append(random.nextInt(people));
                        sheet.append("</v></c><c r=\"B")
                                .append(row)
                                .append("\" t=\"s\"><v>")
                                .append(people)
                                .append("</v></c><c r=\"C")
                                .append(row);
                        sheet.append("\" t=\"s\"><v>")
                                .append(people + 1 + row % 2)
                                .append("</v></c><c r=\"D")
                                .append(row)
                                .append("\" t=\"str\"><v>");
                        sheet.append(first.plusSeconds(row * 17L)).append("</v></c></row>");
                    }
                });
    }

    /// A workbook of texts that are all different, the one thing that has to be in memory.
    static Path texts(Path path, int texts) throws IOException {
        Random random = new Random(7);
        return write(
                path,
                strings -> {
                    for (int text = 0; text < texts; text++) {
                        strings.append("<si><t>ә")
                                .append(Long.toString(random.nextLong(), 36))
                                .append("</t></si>");
                    }
                },
                sheet -> {
                    for (int row = 1; row <= texts; row++) {
                        sheet.append("<row><c t=\"s\"><v>")
                                .append(row - 1)
                                .append("</v></c></row>");
                    }
                });
    }

    /// A workbook whose sheet is nothing but empty rows.
    static Path bomb(Path path, int megabytes) throws IOException {
        String megabyte = "<row/>".repeat((1 << 20) / 6);
        return write(
                path,
                strings -> {},
                sheet -> {
                    for (int i = 0; i < megabytes; i++) {
                        sheet.append(megabyte);
                    }
                });
    }

    /// A workbook of rows, each with another name of an element, which parsers remember.
    static Path names(Path path, int names) throws IOException {
        return write(
                path,
                strings -> {},
                sheet -> {
                    for (int name = 0; name < names; name++) {
                        sheet.append("<n").append(name).append("/>");
                    }
                });
    }

    @FunctionalInterface
    private interface Content {
        void write(Text text) throws IOException;
    }

    private static final class Text {
        private final OutputStream stream;

        Text(OutputStream stream) {
            this.stream = stream;
        }

        Text append(Object text) throws IOException {
            stream.write(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
            return this;
        }
    }

    private static Path write(Path path, Content strings, Content sheet) throws IOException {
        Zip small = Zip.workbook("");
        String types = small.text("[Content_Types].xml");
        String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        small.with(
                "[Content_Types].xml",
                types.replace(
                        "</Types>",
                        """
                        <Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>
                        </Types>\
                        """
                                .formatted(main, main)));
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            for (String part :
                    new String[] {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(small.text(part).getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(
                    Zip.relationships(
                                    Zip.relationship(
                                            "r1", "worksheet", "worksheets/sheet1.xml", ""),
                                    Zip.relationship(
                                            "r2", "sharedStrings", "sharedStrings.xml", ""))
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            Text text = new Text(zip);
            text.append(
                    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            strings.write(text);
            text.append("</sst>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            String frame = Zip.sheet("|");
            text.append(frame.substring(0, frame.indexOf('|')));
            sheet.write(text);
            text.append(frame.substring(frame.indexOf('|') + 1));
        }
        return path;
    }
}
