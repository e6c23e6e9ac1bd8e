package kz.bagalau.forms.workbook.file;

/// How much of a file is read before it is refused. The defaults are far above any honest report
/// and keep the reader inside a heap of 256 MB.
///
/// @param bytes of the file as it was sent
/// @param inflated bytes of all parts of a workbook together
/// @param part inflated bytes of one part
/// @param ratio how many times larger than its packed self a part may be, once it is over 4 MiB
/// @param parts files inside a workbook
/// @param sheets of a workbook
/// @param rows of one sheet that hold anything
public record FileLimits(
        long bytes, long inflated, long part, int ratio, int parts, int sheets, int rows) {

    public static final FileLimits DEFAULT =
            new FileLimits(20L << 20, 500L << 20, 400L << 20, 150, 1_000, 100, 1_048_576);

    public FileLimits {
        if (bytes < 1 || inflated < 1 || part < 1 || ratio < 1) {
            throw new IllegalArgumentException("a limit lets at least one byte through");
        }
    }

    public FileLimits withBytes(long other) {
        return new FileLimits(other, inflated, part, ratio, parts, sheets, rows);
    }

    public FileLimits withRows(int other) {
        return new FileLimits(bytes, inflated, part, ratio, parts, sheets, other);
    }
}
