package kz.bagalau.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import kz.bagalau.lambda.Log;

/// Files that are on the disk, and not only in the memory of the system, before anybody is answered
/// for them.
public final class DurableFiles {

    /// The ending of a file that is being written, and counts as not there.
    public static final String HALF = ".new";

    /// The ending of a file that could not be read and was put aside.
    private static final String BROKEN = ".broken";

    /// Windows opens no folder, and keeps their entries itself.
    private static final boolean FORCES_FOLDERS = !java.io.File.separator.equals("\\");

    private DurableFiles() {}

    /// Writes all of it or nothing, in the place of what stood there.
    public static void write(Path file, String text) {
        Path half = file.resolveSibling(file.getFileName() + HALF);
        try {
            Files.createDirectories(parent(file));
            Files.writeString(half, text, StandardCharsets.UTF_8);
            force(half);
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder(parent(file));
        } catch (IOException e) {
            discard(half, e);
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path half, IOException cause) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Brings onto the disk what somebody else has written: the file, and each folder from it up to
    /// `root`, because any of them may be new.
    public static void force(Path file, Path root) {
        try {
            if (Files.isRegularFile(file)) {
                force(file);
            }
            for (Path folder = parent(file); folder.startsWith(root); folder = parent(folder)) {
                if (Files.isDirectory(folder)) {
                    forceFolder(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Renames a file that cannot be read, so that nobody tries again, and logs its name.
    public static void putAside(Path file) {
        try {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + BROKEN),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Log.event("file_put_aside", Map.of("file", file.toString()));
    }

    /// Whether a name is one of a file half written or put aside.
    public static boolean isLeftOver(String name) {
        return name.endsWith(HALF) || name.endsWith(BROKEN);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        if (FORCES_FOLDERS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " lies in no folder");
        }
        return parent;
    }
}
