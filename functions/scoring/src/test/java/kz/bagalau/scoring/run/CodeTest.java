package kz.bagalau.scoring.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTest {

    private static final String MEMBER = "kz/bagalau/scoring/run/CodeTest$Member.class";

    @TempDir private Path folder;

    /// Stands in for the code of a module.
    static final class Member {}

    @BeforeEach
    void aModuleOfThreeFiles() throws IOException {
        Path source = Path.of(Code.class.getResource("CodeTest$Member.class").getPath());
        write(folder.resolve("classes").resolve(MEMBER), Files.readAllBytes(source));
        write(folder.resolve("classes/kz/bagalau/words.properties"), text("a=b"));
        write(folder.resolve("classes/META-INF/made"), text("today"));
    }

    @Test
    void aFolderAndAnArchiveOfTheSameFiles_haveOneDigest() throws Exception {
        assertThat(digest(archive(false))).isEqualTo(digest(folder.resolve("classes")));
    }

    @Test
    void theOrderInAnArchiveDoesNotMatter() throws Exception {
        assertThat(digest(archive(true))).isEqualTo(digest(folder.resolve("classes")));
    }

    @Test
    void whatIsNotOursDoesNotMatter() throws Exception {
        String before = digest(folder.resolve("classes"));
        write(folder.resolve("classes/META-INF/made"), text("tomorrow"));

        assertThat(digest(folder.resolve("classes"))).isEqualTo(before);
    }

    @Test
    void aByteOfAResource_changesTheDigest() throws Exception {
        String before = digest(folder.resolve("classes"));
        write(folder.resolve("classes/kz/bagalau/words.properties"), text("a=c"));

        assertThat(digest(folder.resolve("classes"))).isNotEqualTo(before);
    }

    private static String digest(Path place) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            return Code.digest(loader.loadClass(Member.class.getName()));
        }
    }

    private Path archive(boolean backwards) throws IOException {
        Path classes = folder.resolve("classes");
        Path jar = folder.resolve("module.jar");
        try (Stream<Path> files = Files.walk(classes);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            List<Path> sorted =
                    files.filter(Files::isRegularFile)
                            .sorted(
                                    backwards
                                            ? Comparator.reverseOrder()
                                            : Comparator.naturalOrder())
                            .toList();
            for (Path file : sorted) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                entries.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
