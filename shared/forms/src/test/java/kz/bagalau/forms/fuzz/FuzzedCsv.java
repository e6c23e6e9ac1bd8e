package kz.bagalau.forms.fuzz;

import kz.bagalau.forms.workbook.file.FileType;

/// Any bytes as a CSV file.
public final class FuzzedCsv {

    private FuzzedCsv() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzedWorkbook.readAll(bytes, FileType.CSV);
    }
}
