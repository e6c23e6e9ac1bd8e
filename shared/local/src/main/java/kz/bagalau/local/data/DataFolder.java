package kz.bagalau.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.StartProblem;
import kz.bagalau.sandbox.DurableFiles;
import org.jspecify.annotations.Nullable;

/// The folder that keeps everything of one host, locked while it runs: the store, buckets and
/// queues, the issuer's key, the moved clock and small notes.
public final class DataFolder implements AutoCloseable {

    /// Thrown where the folder cannot be written, for instance because its disk is full. What stood
    /// there before still does.
    public static final class NotWritten extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        NotWritten(IOException cause) {
            super("the data folder could not be written", cause);
        }
    }

    /// What a start writes at most before the first request.
    private static final int ROOM = 1 << 20;

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Makes the folder where there is none, and locks it. Throws [NotStarted] where another host
    /// has it, or where it cannot be written, as on a full disk. The lock goes with the process,
    /// however that ends.
    public static DataFolder lock(Path folder) {
        try {
            Files.createDirectories(folder);
            hide(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new NotStarted(
                        """
                        Another Bagalau runs on the data in %s.
                        Stop it first, or give this one a folder of its own: BAGALAU_DATA=/some/folder\
                        """
                                .formatted(folder));
            }
            demandRoom(folder, channel);
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new NotStarted("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /// On a full disk the database opens no more than a damaged one would.
    private static void demandRoom(Path folder, FileChannel channel) throws IOException {
        Path probe = folder.resolve("room");
        try {
            Files.write(probe, new byte[ROOM]);
        } catch (IOException e) {
            channel.close();
            throw StartProblem.DISK_FULL.notStarted(folder);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /// It holds ballots, private keys and the issuer's key: for nobody else on this machine.
    private static void hide(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of the files in a folder of it, as [#read] takes them.
    public List<String> list(String name) {
        if (!Files.isDirectory(file(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(file(name))) {
            return files.map(file -> name + "/" + file.getFileName())
                    .filter(file -> !DurableFiles.isLeftOver(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of it or nothing, also where the host or the machine ends in between.
    public void write(String name, String text) {
        try {
            DurableFiles.write(file(name), text);
        } catch (UncheckedIOException e) {
            throw new NotWritten(Objects.requireNonNull(e.getCause()));
        }
    }

    /// Puts a file aside that cannot be read: it stays, and is on no list.
    void putAside(String name) {
        DurableFiles.putAside(file(name));
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
