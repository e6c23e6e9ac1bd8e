package kz.bagalau.forms.fuzz;

import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.Opened;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;

/// Any bytes as a workbook: it is opened and read to its end, or refused.
public final class FuzzedWorkbook {

    private FuzzedWorkbook() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        readAll(bytes, FileType.XLSX);
    }

    static void readAll(byte[] bytes, FileType type) {
        if (IncomingFile.open(bytes, type, FileLimits.DEFAULT)
                instanceof Opened.Readable(var file)) {
            try (file) {
                file.sheets()
                        .forEach(sheet ->
                                sheet.read(row ->
                                                row.cells()
                                                        .forEach(cell -> {
                                                            cell.text();
                                                            cell.number();
                                                            cell.percent();
                                                            cell.dateTime();
                                                            cell.time();
                                                        }))
                                        .ifPresent(refusal -> refusal.message().kk()));
            }
        }
    }
}
