package kz.bagalau.forms.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large and hostile files, each read by a process of its own with a heap of 256 MB.
final class SmallHeapTest {

    @TempDir private Path folder;

    @Test
    void aHundredThousandRowsAreRead() throws Exception {
        Path file = LargeFiles.passages(folder.resolve("passages.xlsx"), 100_000);
        assertThat(readInSmallHeap(file)).isEqualTo("100001 rows");
    }

    @Test
    void asManyDifferentTextsAsAreLetInFitIn() throws Exception {
        Path file = LargeFiles.texts(folder.resolve("texts.xlsx"), 800_000);
        assertThat(readInSmallHeap(file)).isEqualTo("800000 rows");
    }

    @Test
    void aZipBombIsRefused() throws Exception {
        Path file = LargeFiles.bomb(folder.resolve("bomb.xlsx"), 600);
        assertThat(readInSmallHeap(file)).isEqualTo("FILE_INFLATES");
    }

    @Test
    void namesThatAParserWouldRememberAreRefused() throws Exception {
        Path file = LargeFiles.names(folder.resolve("names.xlsx"), 1_000_000);
        assertThat(readInSmallHeap(file)).isEqualTo("FILE_DAMAGED");
    }

    /// What the process said: how many rows it read, or why it refused.
    private static String readInSmallHeap(Path file) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Trial.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said.strip();
    }

    /// The process.
    static final class Trial {

        private Trial() {}

        public static void main(String[] arguments) {
            int[] rows = new int[1];
            switch (IncomingFile.open(
                    Path.of(arguments[0]), FileType.XLSX, FileLimits.DEFAULT.withBytes(50 << 20))) {
                case Opened.Refused(var refusal) -> System.out.println(refusal.code());
                case Opened.Readable(var file) -> {
                    try (file) {
                        System.out.println(
                                file.sheets()
                                        .getFirst()
                                        .read(row -> rows[0]++)
                                        .map(refusal -> refusal.code().name())
                                        .orElseGet(() -> rows[0] + " rows"));
                    }
                }
            }
        }
    }
}
