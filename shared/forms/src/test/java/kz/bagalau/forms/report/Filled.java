package kz.bagalau.forms.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook in the hands of a person with another program: Apache POI fills in our templates, and
/// makes forms of its own.
final class Filled {

    private final XSSFWorkbook book;

    private Filled(XSSFWorkbook book) {
        this.book = book;
    }

    /// An empty workbook.
    static Filled blank() {
        return new Filled(new XSSFWorkbook());
    }

    static Filled template(String form, Language language) {
        return of(Forms.find(form).orElseThrow().template(language));
    }

    static Filled of(byte[] bytes) {
        try {
            return new Filled(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook book() {
        return book;
    }

    /// Writes a value into a cell such as `C9` of a sheet, which is made where there is none.
    Filled put(String sheet, String address, Object value) {
        Sheet found = book.getSheet(sheet);
        set(cell(found == null ? book.createSheet(sheet) : found, address), value);
        return this;
    }

    /// Writes a value under the code of a column, some rows below it.
    Filled under(String code, int rows, Object value) {
        set(cell(code, rows), value);
        return this;
    }

    /// The address of the cell under the code of a column.
    String address(String code, int rows) {
        return new CellReference(cell(code, rows)).formatAsString().replaceAll(".*!", "");
    }

    private Cell cell(String code, int rows) {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING
                            && cell.getStringCellValue().equals(code)) {
                        Row below = sheet.getRow(row.getRowNum() + rows);
                        Row wanted =
                                below == null ? sheet.createRow(row.getRowNum() + rows) : below;
                        return wanted.getCell(
                                cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                    }
                }
            }
        }
        throw new AssertionError("no code " + code);
    }

    private static Cell cell(Sheet sheet, String address) {
        CellReference reference = new CellReference(address);
        Row row = sheet.getRow(reference.getRow());
        Row wanted = row == null ? sheet.createRow(reference.getRow()) : row;
        return wanted.getCell(reference.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void set(Cell cell, Object value) {
        switch (value) {
            case String text -> cell.setCellValue(text);
            case Integer number -> cell.setCellValue(number);
            case Double number -> cell.setCellValue(number);
            case BigDecimal number -> cell.setCellValue(number.doubleValue());
            case LocalDate date -> {
                cell.setCellValue(date);
                var style = cell.getSheet().getWorkbook().createCellStyle();
                style.setDataFormat((short) 14);
                cell.setCellStyle(style);
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            book.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Reading read(String form, ReadingContext context) {
        return Forms.find(form).orElseThrow().read(bytes(), FileType.XLSX, context);
    }
}
