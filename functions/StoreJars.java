import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies the jars of a class path, each with its entries stored instead of compressed. The zip of a function compresses
 * whole jars: thousands of small classes that resemble each other, packed together, take a quarter less room than packed one by
 * one, and a class that is stored is loaded without being unpacked first.
 *
 * <p>Arguments: the class path, the folder to write to.
 */
public final class StoreJars {

    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (var old = Files.list(folder)) {
            for (Path jar : old.toList()) {
                Files.delete(jar);
            }
        }
        for (String element : arguments[0].split(File.pathSeparator)) {
            if (element.endsWith(".jar")) {
                store(Path.of(element), folder);
            }
        }
    }

    private static void store(Path jar, Path folder) throws IOException {
        Path stored = folder.resolve(jar.getFileName());
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(stored))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(TIME);
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(content.length);
                copy.setCrc(sum.getValue());
                to.putNextEntry(copy);
                to.write(content);
                to.closeEntry();
            }
        }
    }
}
