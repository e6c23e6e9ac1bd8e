package kz.bagalau.forms.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kz.bagalau.forms.workbook.file.Refusal.Code;

/// What a file is by its first bytes, whatever its name says.
public final class FileSignature {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    // In the directory of a compound file names are UTF-16; a protected workbook is packed in it.
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] OLD_WORKBOOK = "Workbook".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] OLDER_WORKBOOK = "Book".getBytes(StandardCharsets.UTF_16LE);

    private static final int HEAD = 512;
    private static final int CHUNK = 64 * 1024;

    private FileSignature() {}

    public static void check(Path path, FileType type) throws IOException, RefusedException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(path)) {
            head = stream.readNBytes(HEAD);
        }
        if (starts(head, COMPOUND)) {
            if (contains(path, ENCRYPTED)) {
                throw new RefusedException(Code.FILE_ENCRYPTED);
            }
            if (contains(path, OLD_WORKBOOK) || contains(path, OLDER_WORKBOOK)) {
                throw new RefusedException(Code.FILE_OLD_WORKBOOK);
            }
            throw new RefusedException(Code.FILE_TYPE, type, "OLE");
        }
        boolean zip = starts(head, ZIP);
        if (zip != (type == FileType.XLSX)) {
            throw new RefusedException(Code.FILE_TYPE, type, name(head));
        }
    }

    private static String name(byte[] head) {
        if (starts(head, ZIP)) {
            return "ZIP";
        }
        if (starts(head, "%PDF".getBytes(StandardCharsets.US_ASCII))) {
            return "PDF";
        }
        if (starts(head, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return "JPEG";
        }
        if (starts(head, new byte[] {(byte) 0x89, 'P', 'N', 'G'})) {
            return "PNG";
        }
        if (starts(head, "Rar!".getBytes(StandardCharsets.US_ASCII))) {
            return "RAR";
        }
        if (starts(head, new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF})) {
            return "7z";
        }
        String text =
                new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<html") || text.startsWith("<!doctype html")) {
            return "HTML";
        }
        return text.startsWith("<") ? "XML" : "?";
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Path path, byte[] wanted) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] window = new byte[CHUNK + wanted.length];
            int kept = 0;
            int read;
            while ((read = stream.readNBytes(window, kept, CHUNK)) > 0) {
                int end = kept + read;
                for (int at = 0; at + wanted.length <= end; at++) {
                    if (matches(window, at, wanted)) {
                        return true;
                    }
                }
                kept = Math.min(end, wanted.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
            return false;
        }
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
