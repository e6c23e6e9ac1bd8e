package kz.bagalau.forms.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.report.reading.Reading;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;

/// A table drawn as text, a line a row and `|` between cells: `1.1 | Unit A | 5 | 4 | 2 | 1`.
/// Digits alone are a number in the columns of figures and a text before them; `#1.1` is a number
/// and `@2025-02-01` a date anywhere.
final class DrawnTable {

    private static final String SHEET = "Sheet";

    private final Filled filled = Filled.blank();
    private final List<String> codes;
    private int row = 1;

    private DrawnTable(List<String> codes) {
        this.codes = codes;
        line(codes);
    }

    /// Exits by unit: number, name, and four figures.
    static DrawnTable appendix1(String... lines) {
        return new DrawnTable(List.of("A1-1", "A1-2", "A1-3", "A1-4", "A1-5", "A1-6")).with(lines);
    }

    static DrawnTable of(List<String> codes, String... lines) {
        return new DrawnTable(codes).with(lines);
    }

    DrawnTable with(String... lines) {
        for (String line : lines) {
            List<Object> values = new ArrayList<>();
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                values.add(value(cells[i].strip(), i));
            }
            line(values);
        }
        return this;
    }

    private Object value(String text, int column) {
        if (text.startsWith("#")) {
            return Double.valueOf(text.substring(1));
        }
        if (text.startsWith("@")) {
            return LocalDate.parse(text.substring(1));
        }
        boolean label = column == 0 || codes.get(Math.min(column, codes.size() - 1)).equals("A1-2");
        return !label && text.matches("\\d{1,9}") ? Integer.valueOf(text) : text;
    }

    private void line(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals("")) {
                filled.put(SHEET, address(row, i), values.get(i));
            }
        }
        row++;
    }

    Filled filled() {
        return filled;
    }

    /// Writes what is drawn into a sheet of another workbook.
    void copyInto(Filled other, String sheet) {
        for (var from : filled.book().getSheet(SHEET)) {
            for (var cell : from) {
                Object value =
                        cell.getCellType() == CellType.NUMERIC
                                ? (Object) cell.getNumericCellValue()
                                : cell.getStringCellValue();
                other.put(sheet, cell.getAddress().formatAsString(), value);
            }
        }
    }

    private static String address(int row, int column) {
        return CellReference.convertNumToColString(column) + row;
    }

    Reading read() {
        return filled.read("appendix-1", FormReadingTest.OMO);
    }
}
