package kz.bagalau.forms.workbook.part;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The directory at the end of a zip archive. The JDK refuses archives for extra fields that nobody
/// needs: some programs write the sizes of zip64 into small files, or fields of wrong lengths.
final class Directory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int FLAGS = 8;
    private static final int NAMES_IN_UTF_8 = 1 << 11;
    private static final int PACKED = 20;
    private static final int UNPACKED = 24;
    private static final int NAME_LENGTH = 28;
    private static final int OFFSET = 42;

    /// The length of an extra field's own head: its id and the length of its data.
    private static final int FIELD_HEAD = 4;

    /// An id that nobody has registered.
    private static final short UNKNOWN_FIELD = (short) 0x9999;

    private Directory() {}

    /// A copy of an archive whose directory has no extra fields but those that are needed; empty
    /// where it has none, or no directory that can be read.
    static Optional<Path> withoutExtraFields(Path archive) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
        if (!clear(bytes)) {
            return Optional.empty();
        }
        Path copy = Files.createTempFile("bagalau-", ".zip");
        try {
            return Optional.of(Files.write(copy, bytes.array()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static boolean clear(ByteBuffer bytes) {
        int end = end(bytes);
        if (end < 0) {
            return false;
        }
        int entries = Short.toUnsignedInt(bytes.getShort(end + 10));
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        boolean any = false;
        for (int i = 0; i < entries; i++) {
            if (at + ENTRY_LENGTH > end || bytes.getInt((int) at) != ENTRY) {
                return false;
            }
            int entry = (int) at;
            int name = Short.toUnsignedInt(bytes.getShort(entry + NAME_LENGTH));
            int extra = Short.toUnsignedInt(bytes.getShort(entry + NAME_LENGTH + 2));
            int comment = Short.toUnsignedInt(bytes.getShort(entry + NAME_LENGTH + 4));
            at += ENTRY_LENGTH + name + extra + comment;
            if (at > end) {
                return false;
            }
            any |= clear(bytes, entry, entry + ENTRY_LENGTH + name, extra);
        }
        return any;
    }

    /// Hides the extra fields of an entry from who reads them.
    private static boolean clear(ByteBuffer bytes, int entry, int field, int length) {
        boolean large =
                bytes.getInt(entry + PACKED) == -1
                        || bytes.getInt(entry + UNPACKED) == -1
                        || bytes.getInt(entry + OFFSET) == -1;
        if (large || length < FIELD_HEAD) {
            return false;
        }
        int flags = bytes.getShort(entry + FLAGS) & ~NAMES_IN_UTF_8;
        bytes.putShort(entry + FLAGS, (short) flags);
        bytes.putShort(field, UNKNOWN_FIELD);
        bytes.putShort(field + 2, (short) (length - FIELD_HEAD));
        return true;
    }

    private static int end(ByteBuffer bytes) {
        int last = bytes.limit() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }
}
