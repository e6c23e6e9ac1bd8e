package kz.bagalau.forms.workbook;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kz.bagalau.forms.workbook.Refusal.Code;
import org.jspecify.annotations.Nullable;

/// The parts of an Office Open XML package. Opening it unpacks every part once and throws the bytes
/// away: the sizes a package states of itself are not believed. A part that is read later has
/// therefore been counted, contains no document type definition and no piece of markup or text that
/// a parser would have to hold in memory whole.
final class Parts implements Closeable {

    private static final long RATIO_FROM = 4L << 20;

    // The longest text of a cell is 32,767 characters; each may be written as up to 10 bytes.
    private static final int LONGEST_PIECE = 1 << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    static Parts open(Path path, FileLimits limits) throws IOException, RefusedException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new RefusedException(Code.FILE_DAMAGED, "ZIP");
        }
        Parts parts = new Parts(zip);
        try {
            parts.list(limits);
            parts.count(limits);
            return parts;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            zip.close();
            throw new RefusedException(Code.FILE_DAMAGED, "ZIP");
        } catch (IOException | RefusedException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /// Names are compared without case, as Excel does.
    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /// The names of all parts, in lower case.
    Iterable<String> names() {
        return entries.keySet();
    }

    /// The bytes of a part; empty where there is none.
    Optional<InputStream> part(String name) throws IOException {
        @Nullable ZipEntry entry = entries.get(key(name));
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void list(FileLimits limits) throws RefusedException {
        if (zip.size() > limits.parts()) {
            throw new RefusedException(Code.FILE_PARTS, limits.parts());
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                throw new RefusedException(Code.FILE_DAMAGED, shown(entry.getName()));
            }
        }
    }

    private void count(FileLimits limits) throws IOException, RefusedException {
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        for (ZipEntry entry : entries.values()) {
            String name = shown(entry.getName());
            boolean markup = markup(entry.getName());
            long packed = Math.max(1, entry.getCompressedSize());
            long unpacked = 0;
            var pieces = new Pieces(name);
            try (InputStream stream = zip.getInputStream(entry)) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    unpacked += read;
                    total += read;
                    if (unpacked > limits.part()
                            || total > limits.inflated()
                            || (unpacked > RATIO_FROM && unpacked / packed > limits.ratio())) {
                        throw new RefusedException(Code.FILE_INFLATES, name);
                    }
                    if (markup) {
                        pieces.add(buffer, read);
                    }
                }
            }
        }
    }

    /// Everything that is or could be declared to be XML.
    private static boolean markup(String name) {
        String lower = key(name);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    private static String key(String name) {
        String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    /// A name for a message: short, and without characters that disturb.
    static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._/-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }

    /// Looks at the bytes of XML between its angle brackets. Outside comments and CDATA sections
    /// `<!D` can only be a document type. A null byte means UTF-16 or worse, where brackets could
    /// hide. Brackets inside a CDATA section are text and begin no new piece.
    private static final class Pieces {
        private static final int TEXT = 0;
        private static final int OPENED = 1;
        private static final int DECLARED = 2;
        private static final int SECTION = 3;
        private static final int ONE_END = 4;
        private static final int TWO_ENDS = 5;

        private final String name;
        private int length;
        private int state;

        Pieces(String name) {
            this.name = name;
        }

        void add(byte[] bytes, int count) throws RefusedException {
            for (int i = 0; i < count; i++) {
                byte b = bytes[i];
                if (++length > LONGEST_PIECE || b == 0) {
                    throw new RefusedException(Code.FILE_DAMAGED, name);
                }
                if (state >= SECTION) {
                    state = inSection(b);
                } else if (b == '<') {
                    length = 0;
                    state = OPENED;
                } else if (state != TEXT) {
                    state = afterOpening(b);
                }
            }
        }

        private int afterOpening(byte b) throws RefusedException {
            if (state == OPENED) {
                return b == '!' ? DECLARED : TEXT;
            }
            if (b == 'D' || b == 'E') {
                throw new RefusedException(Code.FILE_DOCTYPE, name);
            }
            return b == '[' ? SECTION : TEXT;
        }

        private int inSection(byte b) {
            if (b == ']') {
                return state == SECTION ? ONE_END : TWO_ENDS;
            }
            return b == '>' && state == TWO_ENDS ? TEXT : SECTION;
        }
    }
}
