package kz.bagalau.forms.workbook.writing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.forms.workbook.cell.Area;
import kz.bagalau.forms.workbook.cell.Reference;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/// One sheet of a [Spreadsheet]. Rows and columns count from 0. Text wraps in its cell.
public final class Sheet {

    /// The format that makes Excel and LibreOffice keep what is typed as text.
    static final String TEXT_FORMAT = "@";

    private static final String DAY_FORMAT = "dd.mm.yyyy";
    private static final String MOMENT_FORMAT = "dd.mm.yyyy hh:mm:ss";

    /// Wherever Excel is, and its twin Liberation Sans wherever LibreOffice is; both have Kazakh.
    private static final String FONT = "Arial";

    /// Day 0 of the 1900 date system, as it is counted from 1 March 1900 on.
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final int MOMENT_PLACES = 11;

    /// What a cell of Excel can hold.
    private static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_MARGIN = 200;
    private static final int LONGEST_ERROR = 225;
    private static final double USUAL_WIDTH = 8.9;
    private static final double POINTS_A_LINE = 13.5;

    /// How many letters of the usual size fit into a unit of a column's width, with some to spare;
    /// bold ones are wider.
    private static final double LETTERS = 1.1;

    private static final double BOLD_LETTERS = 1;

    private final Worksheet worksheet;
    private final Map<Integer, Double> heights = new HashMap<>();
    private double[] widths = {};
    private int next;

    Sheet(Worksheet worksheet) {
        this.worksheet = worksheet;
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.setFitToPage(true);
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0);
    }

    /// The row after the last one that was written.
    public int next() {
        return next;
    }

    /// Widths of the columns from the left, in letters.
    public Sheet widths(double... letters) {
        widths = letters.clone();
        for (int column = 0; column < letters.length; column++) {
            worksheet.width(column, letters[column]);
        }
        return this;
    }

    /// Writes one cell. Its row grows with a text that wraps: programs other than Excel do not see
    /// to that themselves.
    public Sheet put(int row, int column, Content content, CellStyle style) {
        write(row, column, content, style);
        if (content instanceof Content.Text(var text)) {
            grow(row, text, width(column), style);
        }
        return this;
    }

    private void write(int row, int column, Content content, CellStyle style) {
        next = Math.max(next, row + 1);
        String format = style.format();
        switch (content) {
            case Content.Text(var text) -> {
                worksheet.value(row, column, cut(text, LONGEST_TEXT));
                format = TEXT_FORMAT;
            }
            case Content.Number(var number) ->
                    worksheet.value(row, column, new BigDecimal(number.toPlainString()));
            case Content.Day(var day) -> {
                worksheet.value(row, column, serial(day));
                format = format.isEmpty() ? DAY_FORMAT : format;
            }
            case Content.Moment(var moment) -> {
                worksheet.value(row, column, serial(moment));
                format = format.isEmpty() ? MOMENT_FORMAT : format;
            }
            case Content.Empty _ -> {}
        }
        apply(Area.cell(row, column), style, format);
    }

    /// Writes the next row from the left and returns its number.
    public int row(CellStyle style, Content... contents) {
        int row = next;
        for (int column = 0; column < contents.length; column++) {
            put(row, column, contents[column], style);
        }
        next = row + 1;
        return row;
    }

    /// As [#row(CellStyle, Content...)] with texts.
    public int row(CellStyle style, String... texts) {
        return row(style, Arrays.stream(texts).map(Content::of).toArray(Content[]::new));
    }

    /// Leaves rows empty.
    public Sheet skip(int rows) {
        next += rows;
        return this;
    }

    /// As [#across(String, int, CellStyle)] with room for so many lines at least.
    public int across(String text, int columns, int lines, CellStyle style) {
        int row = across(text, columns, style);
        grow(row, lines, style);
        return row;
    }

    /// Writes a text across columns of the next row and returns its number.
    public int across(String text, int columns, CellStyle style) {
        int row = next;
        Area area = Area.row(row, 0, columns - 1);
        apply(area, style, style.format());
        write(row, 0, Content.of(text), style);
        merge(area);
        double width = 0;
        for (int column = 0; column < columns; column++) {
            width += width(column);
        }
        grow(row, text, width, style);
        return row;
    }

    public Sheet merge(Area area) {
        range(area).merge();
        return this;
    }

    /// Gives empty cells a style, such as the fields of a form.
    public Sheet apply(Area area, CellStyle style) {
        next = Math.max(next, area.bottom() + 1);
        apply(area, style, style.format());
        return this;
    }

    /// Keeps the first rows and columns in sight.
    public Sheet freeze(int rows, int columns) {
        worksheet.freezePane(columns, rows);
        return this;
    }

    /// Lets a cell take one of the texts that stand in another area.
    public Sheet choose(Area area, String sheet, Area texts, String error) {
        range(area)
                .validateWithListByFormula(
                        "'" + sheet.replace("'", "''") + "'!" + Reference.absolute(texts))
                .showErrorMessage(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .errorTitle("")
                .error(Reference.escaped(cut(error, LONGEST_ERROR)));
        return this;
    }

    /// Lets a cell take one of a few short texts. Excel allows 255 letters in all and no commas in
    /// them.
    public Sheet choose(Area area, List<String> texts, String error) {
        String list = String.join(",", texts);
        if (list.length() > 255 || texts.stream().anyMatch(text -> text.contains(","))) {
            throw new IllegalArgumentException("too long a list for a cell: " + list);
        }
        range(area)
                .validateWithListByFormula(
                        Reference.escaped('"' + list.replace("\"", "\"\"") + '"'))
                .showErrorMessage(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .errorTitle("")
                .error(Reference.escaped(cut(error, LONGEST_ERROR)));
        return this;
    }

    /// Lets a cell take whole numbers within limits.
    public Sheet whole(Area area, BigDecimal least, BigDecimal most, String error) {
        String cell = Reference.of(area.top(), area.left());
        return require(area, cell + "=INT(" + cell + ")", least, most, error);
    }

    /// Lets a cell take numbers within limits.
    public Sheet decimal(Area area, BigDecimal least, BigDecimal most, String error) {
        return require(area, "TRUE", least, most, error);
    }

    /// Lets a cell take days within limits.
    public Sheet day(Area area, LocalDate first, LocalDate last, String error) {
        return require(area, "TRUE", serial(first), serial(last), error);
    }

    private Sheet require(Area area, String also, BigDecimal least, BigDecimal most, String error) {
        String cell = Reference.of(area.top(), area.left());
        String rule =
                "IF(ISNUMBER(%s),AND(%s>=%s,%s<=%s,%s),FALSE)"
                        .formatted(
                                cell,
                                cell,
                                least.toPlainString(),
                                cell,
                                most.toPlainString(),
                                also);
        range(area)
                .validateWithFormula(Reference.escaped(rule))
                .showErrorMessage(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .errorTitle("")
                .error(Reference.escaped(cut(error, LONGEST_ERROR)));
        return this;
    }

    /// Locks every cell whose style is not open. There is no password: the lock keeps headings from
    /// being changed by mistake and keeps nobody out.
    public Sheet lock() {
        var locked = EnumSet.copyOf(SheetProtectionOption.DEFAULT_OPTIONS);
        locked.remove(SheetProtectionOption.FORMAT_COLUMNS);
        locked.remove(SheetProtectionOption.FORMAT_ROWS);
        worksheet.protect("", locked);
        return this;
    }

    public Sheet landscape() {
        worksheet.pageOrientation("landscape");
        return this;
    }

    /// Repeats rows at the head of every printed page.
    public Sheet repeat(int firstRow, int lastRow) {
        worksheet.repeatRows(firstRow, lastRow);
        return this;
    }

    /// The line at the foot of every printed page, with the page's number at its right.
    public Sheet foot(String text) {
        worksheet.footer(cut(text, LONGEST_MARGIN).replace("&", "&&"), Position.LEFT, FONT, 8);
        worksheet.footer("&P / &N", Position.RIGHT, FONT, 8);
        return this;
    }

    private void apply(Area area, CellStyle style, String format) {
        StyleSetter setter =
                range(area)
                        .style()
                        .fontName(FONT)
                        .fontSize(style.size())
                        .wrapText(true)
                        .verticalAlignment("top")
                        .horizontalAlignment(
                                switch (style.side()) {
                                    case LEFT -> "left";
                                    case CENTRE -> "center";
                                    case RIGHT -> "right";
                                });
        if (style.is(CellStyle.Mark.BOLD)) {
            setter.bold();
        }
        if (style.is(CellStyle.Mark.RED)) {
            setter.fontColor("B3261E");
        }
        if (style.is(CellStyle.Mark.ITALIC)) {
            setter.italic();
        }
        if (style.is(CellStyle.Mark.FRAMED)) {
            setter.borderStyle(BorderStyle.THIN).borderColor("8A99A8");
        }
        if (!style.fill().isEmpty()) {
            setter.fillColor(style.fill());
        }
        if (!format.isEmpty()) {
            setter.format(format);
        }
        if (style.is(CellStyle.Mark.OPEN)) {
            setter.protectionOption(ProtectionOption.LOCKED, false);
        }
        setter.set();
    }

    private double width(int column) {
        return column < widths.length ? widths[column] : USUAL_WIDTH;
    }

    private void grow(int row, String text, double width, CellStyle style) {
        double letters =
                width
                        * (style.is(CellStyle.Mark.BOLD) ? BOLD_LETTERS : LETTERS)
                        * CellStyle.PLAIN.size()
                        / style.size();
        grow(row, lines(text, letters), style);
    }

    private void grow(int row, int lines, CellStyle style) {
        double height = lines * POINTS_A_LINE * style.size() / CellStyle.PLAIN.size() + 1.5;
        if (height > heights.getOrDefault(row, 0.0)) {
            heights.put(row, height);
            worksheet.rowHeight(row, Math.min(height, Worksheet.MAX_ROW_HEIGHT));
        }
    }

    /// How many lines a text takes where so many letters fit into one.
    private static int lines(String text, double letters) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            double used = 0;
            lines++;
            for (String word : paragraph.split(" ")) {
                double wide = word.length() + 1;
                if (used > 0 && used + word.length() > letters) {
                    lines++;
                    used = 0;
                }
                for (used += wide; used - 1 > letters; used -= letters) {
                    lines++;
                }
            }
        }
        return lines;
    }

    private Range range(Area area) {
        return worksheet.range(area.top(), area.left(), area.bottom(), area.right());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static BigDecimal serial(LocalDate day) {
        if (day.isBefore(FIRST_DAY)) {
            throw new IllegalArgumentException(day + " is before " + FIRST_DAY);
        }
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day));
    }

    private static BigDecimal serial(LocalDateTime moment) {
        return serial(moment.toLocalDate())
                .add(
                        BigDecimal.valueOf(moment.toLocalTime().toSecondOfDay())
                                .divide(SECONDS, MOMENT_PLACES, RoundingMode.HALF_UP));
    }
}
