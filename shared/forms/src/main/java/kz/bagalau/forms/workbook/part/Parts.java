package kz.bagalau.forms.workbook.part;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import org.jspecify.annotations.Nullable;

/// The parts of an Office Open XML package. Opening it unpacks every part once and throws the bytes
/// away: the sizes a package states of itself are not believed. A part that is read later has
/// therefore been counted, contains no document type definition and no piece of markup or text that
/// a parser would have to hold in memory whole. A part that is not fit to be read is refused when
/// it is asked for: one that nobody reads condemns no file, unless it swells.
public final class Parts implements Closeable {

    private static final long RATIO_FROM = 4L << 20;

    // The longest text of a cell is 32,767 characters; each may be written as up to 10 bytes.
    private static final int LONGEST_PIECE = 1 << 20;

    /// What a part is by its first bytes, where it is an archive of its own.
    enum Packed {
        /// A compound file: a project of macros, an embedded object, an old document.
        COMPOUND,
        ZIP
    }

    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final ZipFile zip;
    private final Optional<Path> copy;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Map<String, Refusal> unfit = new HashMap<>();
    private final Map<String, Packed> packed = new HashMap<>();

    private Parts(ZipFile zip, Optional<Path> copy) {
        this.zip = zip;
        this.copy = copy;
    }

    public static Parts open(Path path, FileLimits limits) throws IOException, RefusedException {
        Parts parts = opened(path);
        try {
            parts.list(limits);
            parts.count(limits);
            return parts;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            parts.close();
            throw new RefusedException(Code.FILE_DAMAGED, "ZIP");
        } catch (IOException | RefusedException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Parts opened(Path path) throws IOException, RefusedException {
        try {
            return new Parts(zip(path), Optional.empty());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            Path copy =
                    Directory.withoutExtraFields(path)
                            .orElseThrow(() -> new RefusedException(Code.FILE_DAMAGED, "ZIP"));
            try {
                return new Parts(zip(copy), Optional.of(copy));
            } catch (ZipException | EOFException | IllegalArgumentException again) {
                Files.deleteIfExists(copy);
                throw new RefusedException(Code.FILE_DAMAGED, "ZIP");
            } catch (IOException | RuntimeException again) {
                Files.deleteIfExists(copy);
                throw again;
            }
        }
    }

    /// The names of the parts that are read have nothing but ASCII in them; in others any byte is a
    /// letter.
    private static ZipFile zip(Path path) throws IOException {
        return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
    }

    /// Names are compared without case, as Excel does.
    public boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /// The names of all parts, in lower case.
    public Iterable<String> names() {
        return entries.keySet();
    }

    /// The bytes of a part; empty where there is none.
    public Optional<InputStream> part(String name) throws IOException, RefusedException {
        @Nullable Refusal refusal = unfit.get(key(name));
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        @Nullable ZipEntry entry = entries.get(key(name));
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    /// Whether a part is an archive of its own.
    Optional<Packed> packed(String name) {
        return Optional.ofNullable(packed.get(key(name)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (copy.isPresent()) {
            Files.deleteIfExists(copy.get());
        }
    }

    private void list(FileLimits limits) throws RefusedException {
        if (zip.size() > limits.parts()) {
            throw new RefusedException(Code.FILE_PARTS, limits.parts());
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                unfit.put(
                        key(entry.getName()),
                        Refusal.of(Code.FILE_DAMAGED, shown(entry.getName())));
            }
        }
    }

    private void count(FileLimits limits) throws IOException, RefusedException {
        long total = 0;
        for (ZipEntry entry : entries.values()) {
            total += count(entry, limits, limits.inflated() - total);
        }
    }

    /// Unpacks a part and throws it away.
    ///
    /// @return its bytes
    private long count(ZipEntry entry, FileLimits limits, long left)
            throws IOException, RefusedException {
        byte[] buffer = new byte[64 * 1024];
        String name = shown(entry.getName());
        long packedSize = Math.max(1, entry.getCompressedSize());
        long unpacked = 0;
        var pieces = new Pieces(name);
        boolean fit = true;
        try (InputStream stream = zip.getInputStream(entry)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                if (unpacked == 0) {
                    packed(entry, buffer, read);
                }
                unpacked += read;
                if (unpacked > limits.part()
                        || unpacked > left
                        || (unpacked > RATIO_FROM && unpacked / packedSize > limits.ratio())) {
                    throw new RefusedException(Code.FILE_INFLATES, name);
                }
                fit = fit && fit(entry, pieces, buffer, read);
            }
        } catch (ZipException | EOFException e) {
            unfit.putIfAbsent(key(entry.getName()), Refusal.of(Code.FILE_DAMAGED, "ZIP"));
        }
        return unpacked;
    }

    /// A document type is refused in whatever is called XML: no program that makes workbooks writes
    /// one.
    private boolean fit(ZipEntry entry, Pieces pieces, byte[] bytes, int count)
            throws RefusedException {
        try {
            pieces.add(bytes, count);
            return true;
        } catch (RefusedException e) {
            if (e.refusal().code() == Code.FILE_DOCTYPE && markup(entry.getName())) {
                throw e;
            }
            unfit.putIfAbsent(key(entry.getName()), e.refusal());
            return false;
        }
    }

    private static boolean markup(String name) {
        String key = key(name);
        return key.endsWith(".xml") || key.endsWith(".rels") || key.endsWith(".vml");
    }

    private void packed(ZipEntry entry, byte[] bytes, int count) {
        if (starts(bytes, count, COMPOUND)) {
            packed.put(key(entry.getName()), Packed.COMPOUND);
        } else if (starts(bytes, count, ZIP)) {
            packed.put(key(entry.getName()), Packed.ZIP);
        }
    }

    private static boolean starts(byte[] bytes, int count, byte[] with) {
        return count >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /// A name as [#names] gives it.
    static String key(String name) {
        String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    /// A name for a message: short, and without characters that disturb.
    public static String shown(String name) {
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
