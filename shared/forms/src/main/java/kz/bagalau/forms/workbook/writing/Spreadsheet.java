package kz.bagalau.forms.workbook.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;

/// An XLSX workbook in the making. The same calls give the same bytes, in any time zone and under
/// any locale: there is no date of making, and the zip's times are fixed.
///
/// Text is safe whatever it begins with. It is stored as a shared string, which no program
/// evaluates, in a cell of the format "text" with `quotePrefix`, so that it stays text when
/// somebody edits the cell. Its letters are not changed: what was written is what is read.
public final class Spreadsheet {

    /// The hidden sheet that says what the workbook is, a name and a value in each row.
    public static final String STAMP = "bagalau";

    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Pattern CREATED =
            Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");
    private static final Pattern TEXT_FORMAT_ID =
            Pattern.compile(
                    "<numFmt numFmtId=\"(\\d+)\" formatCode=\"" + Sheet.TEXT_FORMAT + "\"/>");
    private static final Pattern MERGED = Pattern.compile("<mergeCells>.*?</mergeCells>");
    private static final Pattern MERGE = Pattern.compile("<mergeCell [^>]*/>");
    private static final String NO_PASSWORD = " password=\"0\"";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Workbook workbook;
    private final SortedMap<String, String> stamps = new TreeMap<>();

    /// @param title in the properties of the file
    public Spreadsheet(String title) {
        workbook = new Workbook(written, "Bagalau", null);
        // What it writes is unpacked and packed again below.
        workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
        workbook.properties().setTitle(title);
    }

    /// A sheet after those there are. Excel takes 31 letters of its name.
    public Sheet sheet(String name) {
        return new Sheet(workbook.newWorksheet(name));
    }

    /// Says what this workbook is, for programs: `form` is `appendix-8/1`.
    public Spreadsheet stamp(String name, String value) {
        stamps.put(name, value);
        return this;
    }

    /// The file. Nothing can be added after.
    public byte[] bytes() {
        try {
            if (!stamps.isEmpty()) {
                var hidden = workbook.newWorksheet(STAMP);
                hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
                Sheet sheet = new Sheet(hidden);
                stamps.forEach((name, value) -> sheet.row(CellStyle.PLAIN, name, value));
            }
            workbook.finish();
            return settled(written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same file without the moment of its making, and with what fastexcel cannot say. It goes
    /// through a file because the descriptors in fastexcel's zip cannot be read as a stream by the
    /// JDK, nor by readers that go by the JDK.
    private static byte[] settled(byte[] file) throws IOException {
        Path path = Files.createTempFile("bagalau", ".xlsx");
        try {
            Files.write(path, file);
            return resettled(path);
        } finally {
            Files.delete(path);
        }
    }

    private static byte[] resettled(Path file) throws IOException {
        ByteArrayOutputStream settled = new ByteArrayOutputStream();
        try (var parts = new ZipFile(file.toFile());
                var zip = new ZipOutputStream(settled)) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(ZIP_TIME);
                zip.putNextEntry(entry);
                try (var content = parts.getInputStream(part)) {
                    zip.write(settled(part.getName(), content.readAllBytes()));
                }
                zip.closeEntry();
            }
        }
        return settled.toByteArray();
    }

    private static byte[] settled(String part, byte[] content) {
        if (part.equals("docProps/core.xml")) {
            return bytes(CREATED.matcher(text(content)).replaceAll(""));
        }
        if (part.equals("xl/styles.xml")) {
            return bytes(quoted(text(content)));
        }
        if (part.startsWith("xl/worksheets/sheet")) {
            return bytes(inOrder(text(content).replace(NO_PASSWORD, "")));
        }
        return content;
    }

    /// Fastexcel keeps merged cells in an order that changes from one process to the next.
    private static String inOrder(String sheet) {
        return MERGED.matcher(sheet)
                .replaceFirst(merged ->
                        MERGE.matcher(merged.group())
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>")));
    }

    private static String quoted(String styles) {
        Matcher format = TEXT_FORMAT_ID.matcher(styles);
        if (!format.find()) {
            return styles;
        }
        String id = "<xf numFmtId=\"" + format.group(1) + "\"";
        return styles.replace(id, id + " quotePrefix=\"1\"");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
