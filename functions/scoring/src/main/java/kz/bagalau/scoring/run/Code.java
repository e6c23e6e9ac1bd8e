package kz.bagalau.scoring.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.bagalau.lambda.codes.Sha256;

/// The digest of a module's classes and resources, the same whether they lie in a folder or in an
/// archive, and wherever that is.
public final class Code {

    /// What is ours; beside it an archive has the date of its making.
    private static final String OURS = "kz/bagalau";

    private Code() {}

    /// SHA-256 over the path and the bytes of every file of the module that `member` is of.
    public static String digest(Class<?> member) {
        Path place = place(member);
        try {
            if (Files.isDirectory(place)) {
                return digest(place.resolve(OURS), place);
            }
            try (FileSystem archive = FileSystems.newFileSystem(place)) {
                Path root = archive.getPath("/");
                return digest(root.resolve(OURS), root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(Class<?> member) {
        try {
            URI uri = member.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(Path folder, Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(file));
            }
        }
        MessageDigest digest = Sha256.ofPieces();
        files.forEach((name, bytes) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// With its length before it, so that no two lists of files give the same bytes.
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
