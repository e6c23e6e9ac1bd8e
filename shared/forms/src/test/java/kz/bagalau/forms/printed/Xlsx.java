package kz.bagalau.forms.printed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What can be read in the first sheet of a workbook, by another program than ours.
public final class Xlsx {

    private Xlsx() {}

    /// The rows as they are shown, from the first column; empty rows are left out.
    public static List<List<String>> rows(byte[] file) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        List<List<String>> rows = new ArrayList<>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                rows.add(
                        IntStream.range(0, row.getLastCellNum())
                                .mapToObj(column ->
                                        formatter.formatCellValue(
                                                row.getCell(
                                                        column,
                                                        Row.MissingCellPolicy
                                                                .CREATE_NULL_AS_BLANK)))
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /// Whether a program would calculate anything in the workbook.
    public static boolean calculates(byte[] file) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            return true;
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    /// The line at the foot of the first sheet's printed pages.
    public static String foot(byte[] file) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0).getFooter().getLeft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
