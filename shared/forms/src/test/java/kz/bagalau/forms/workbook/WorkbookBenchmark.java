package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What it costs not to trust a file: our reading of 100,000 passages, with unpacking and counting
/// first, against a bare read of the same file by fastexcel-reader in the same process. Figures to
/// read, nothing that could fail on a busy machine. Run by the profile `bench` only.
final class WorkbookBenchmark {

    private static final int ROWS = 100_000;
    private static final int ROUNDS = 9;

    @TempDir private Path folder;

    @Test
    void passages() throws IOException {
        Path file = LargeFiles.passages(folder.resolve("passages.xlsx"), ROWS);
        long[] ours = new long[ROUNDS];
        long[] bare = new long[ROUNDS];
        long seen = 0;
        for (int round = -2; round < ROUNDS; round++) {
            long start = System.nanoTime();
            seen += guarded(file);
            long between = System.nanoTime();
            seen -= bare(file);
            long end = System.nanoTime();
            if (round >= 0) {
                ours[round] = between - start;
                bare[round] = end - between;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(bare);
        System.out.printf(
                Locale.ROOT,
                "%d rows, %d kB: guarded %d ms, bare %d ms, ratio %.2f (medians of %d; texts read differ by %d)%n",
                ROWS,
                Files.size(file) / 1024,
                ours[ROUNDS / 2] / 1_000_000,
                bare[ROUNDS / 2] / 1_000_000,
                (double) ours[ROUNDS / 2] / bare[ROUNDS / 2],
                ROUNDS,
                seen);
    }

    private static long guarded(Path path) {
        if (!(IncomingFile.open(path, FileType.XLSX, FileLimits.DEFAULT)
                instanceof Opened.Readable(var file))) {
            throw new IllegalStateException("refused");
        }
        List<Long> letters = new ArrayList<>();
        try (file) {
            file.sheets()
                    .getFirst()
                    .read(row -> row.cells().forEach(cell -> add(letters, cell.text())))
                    .ifPresent(refusal -> letters.clear());
        }
        return letters.stream().mapToLong(Long::longValue).sum();
    }

    private static long bare(Path path) throws IOException {
        List<Long> letters = new ArrayList<>();
        try (var book = new ReadableWorkbook(path.toFile());
                Stream<org.dhatim.fastexcel.reader.Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(cell -> add(letters, cell.getText())));
        }
        return letters.stream().mapToLong(Long::longValue).sum();
    }

    private static void add(List<Long> letters, String text) {
        letters.add((long) text.length());
    }
}
