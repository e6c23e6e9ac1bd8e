package kz.bagalau.forms.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileSignature;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;

/// A file of rows that somebody sent, checked and opened for reading. Whatever is in it, it costs
/// no more memory and time than its limits allow, and nothing in it is run or followed.
public final class IncomingFile implements AutoCloseable {

    private final List<IncomingSheet> sheets;
    private final Closeable source;

    IncomingFile(List<? extends IncomingSheet> sheets, Closeable source) {
        this.sheets = List.copyOf(sheets);
        this.source = source;
    }

    /// Opens a file that claims to be of a type. An outage of the file system throws.
    public static Opened open(Path path, FileType type, FileLimits limits) {
        try {
            long bytes = Files.size(path);
            if (bytes == 0) {
                return new Opened.Refused(Refusal.of(Code.FILE_EMPTY));
            }
            if (bytes > limits.bytes()) {
                return new Opened.Refused(Refusal.of(Code.FILE_TOO_LARGE, limits.bytes()));
            }
            FileSignature.check(path, type);
            return new Opened.Readable(
                    switch (type) {
                        case XLSX -> Xlsx.open(path, limits);
                        case CSV -> Csv.open(path, limits);
                    });
        } catch (RefusedException e) {
            return new Opened.Refused(e.refusal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a file that is in memory; it lies in a temporary file until it is closed.
    public static Opened open(byte[] bytes, FileType type, FileLimits limits) {
        try {
            Path copy = Files.createTempFile("bagalau-", "." + type.extension());
            Opened opened;
            try {
                Files.write(copy, bytes);
                opened = open(copy, type, limits);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
            switch (opened) {
                case Opened.Refused refused -> {
                    Files.deleteIfExists(copy);
                    return refused;
                }
                case Opened.Readable(var file) -> {
                    return new Opened.Readable(
                            new IncomingFile(
                                    file.sheets,
                                    () -> {
                                        file.close();
                                        Files.deleteIfExists(copy);
                                    }));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the order of their tabs, hidden ones included.
    public List<IncomingSheet> sheets() {
        return sheets;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
