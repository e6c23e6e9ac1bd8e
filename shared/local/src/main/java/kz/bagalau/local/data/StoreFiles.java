package kz.bagalau.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.bagalau.lambda.Log;

/// The files of the store: the database in use, and those that exist while it is rewritten.
///
/// | file | meaning |
/// |---|---|
/// | `store.db` | the database in use |
/// | `store-new.db` | a copy in the making; never the only one |
/// | `store-old.db` | the database that was replaced; the new one was not read yet |
/// | `store-released.db` | the same after the new one was read; only to be erased |
///
/// A database is never renamed while a log lies beside it: SQLite would play the log of one
/// database into another.
final class StoreFiles {

    private static final String IN_USE = "store.db";
    private static final String COPY = "store-new.db";
    private static final String OLD = "store-old.db";
    private static final String RELEASED = "store-released.db";

    private static final List<String> LOGS = List.of("-wal", "-shm", "-journal");

    /// How every SQLite database begins.
    private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final DataFolder data;

    StoreFiles(DataFolder data) {
        this.data = data;
    }

    Path inUse() {
        return data.file(IN_USE);
    }

    Path copy() {
        return data.file(COPY);
    }

    /// Whether a database ended without folding its log into its file.
    boolean hasLogInUse() {
        return hasLog(inUse());
    }

    boolean hasLogOfCopy() {
        return hasLog(copy());
    }

    void discardCopy() {
        erase(copy());
    }

    /// First step of the exchange. Both databases are closed and have no logs.
    void putAside() {
        demandNoLog(inUse());
        demandNoLog(copy());
        force(copy());
        move(inUse(), data.file(OLD));
    }

    /// Second step of the exchange.
    void putInPlace() {
        move(copy(), inUse());
    }

    /// Undoes the exchange. The database in use is closed; whatever it wrote goes with it.
    void putBack() {
        LOGS.forEach(log -> eraseFile(beside(inUse(), log)));
        if (Files.exists(inUse())) {
            move(inUse(), copy());
        }
        move(data.file(OLD), inUse());
        discardCopy();
    }

    /// The new database was read; the old one is of no use any more.
    void release() {
        move(data.file(OLD), data.file(RELEASED));
    }

    void eraseReleased() {
        erase(data.file(RELEASED));
    }

    /// Takes up a rewriting that was interrupted, at whichever step. Nobody wrote into a database
    /// that was not read yet, so the old one has everything.
    void recover() {
        if (Files.exists(data.file(OLD))) {
            if (Files.exists(inUse()) && !isDatabase(data.file(OLD))) {
                erase(data.file(OLD));
            } else {
                putBack();
            }
        }
        eraseReleased();
        discardCopy();
    }

    /// Whether a file begins as a database does and has the length that it states.
    static boolean isDatabase(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(100);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
            if (header.hasRemaining()
                    || !Arrays.equals(Arrays.copyOf(header.array(), SIGNATURE.length), SIGNATURE)) {
                return false;
            }
            int stated = Short.toUnsignedInt(header.getShort(16));
            long pageSize = stated == 1 ? 1 << 16 : stated;
            long pages = Integer.toUnsignedLong(header.getInt(28));
            return pages > 0 && channel.size() >= pages * pageSize;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasLog(Path database) {
        return LOGS.stream().anyMatch(log -> Files.exists(beside(database, log)));
    }

    private static void demandNoLog(Path database) {
        if (hasLog(database)) {
            throw new IllegalStateException(database.getFileName() + " still has a log");
        }
    }

    private static Path beside(Path database, String log) {
        return database.resolveSibling(database.getFileName() + log);
    }

    private void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(from + " could not be renamed", e);
        }
        forceFolder();
    }

    private static void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A renaming outlives a power cut once the folder is on disk. Windows opens no folder and
    /// needs none of it.
    private void forceFolder() {
        Path folder = inUse().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void erase(Path database) {
        Stream.concat(LOGS.stream(), Stream.of(""))
                .forEach(suffix -> eraseFile(beside(database, suffix)));
    }

    /// Overwrites before it deletes. A file system or a disk that writes elsewhere than where it is
    /// asked to may keep the old blocks all the same, and may have no room to do so: then the file
    /// is deleted as it is.
    private static void eraseFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            overwrite(file);
        } catch (IOException e) {
            Log.failure("store erasing", e);
        }
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not erase " + file, e);
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
            for (long at = 0; at < channel.size(); at += zeros.capacity()) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), channel.size() - at));
                channel.write(zeros, at);
            }
            channel.force(true);
        }
    }
}
