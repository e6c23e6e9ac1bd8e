package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import kz.bagalau.forms.workbook.part.Markup;
import kz.bagalau.forms.workbook.part.Parts;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook, read row by row as it is unpacked.
final class XlsxSheet implements IncomingSheet {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_DIGITS = 340;

    private static final Pattern FAULT = Pattern.compile("#[A-Z0-9/_!?]{1,20}");
    private static final Pattern OFFSET =
            Pattern.compile(
                    ":\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})$", Pattern.CASE_INSENSITIVE);

    // Spreadsheets calculate with 15 digits and store 17: 0.1 + 0.2 is stored as
    // 0.30000000000000004 and shown, and meant, as 0.3.
    private static final MathContext SHOWN = new MathContext(15);

    private final String name;
    private final boolean hidden;
    private final Parts parts;
    private final String part;
    private final SharedStrings strings;
    private final Styles styles;
    private final Book book;
    private final int mostRows;

    /// What the workbook says of all its sheets.
    ///
    /// @param from1904 whether dates count from 1904
    /// @param stale whether nobody vouches for the stored results of formulas
    record Book(boolean from1904, boolean stale) {}

    XlsxSheet(
            String name,
            boolean hidden,
            Parts parts,
            String part,
            SharedStrings strings,
            Styles styles,
            Book book,
            int mostRows) {
        this.name = name;
        this.hidden = hidden;
        this.parts = parts;
        this.part = part;
        this.strings = strings;
        this.styles = styles;
        this.book = book;
        this.mostRows = mostRows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public Set<Integer> hiddenColumns() {
        Set<Integer> columns = new HashSet<>();
        try {
            Optional<InputStream> stream = parts.part(part);
            if (stream.isPresent()) {
                Markup.read(stream.get(), part, markup -> hiddenColumns(markup, columns));
            }
        } catch (RefusedException e) {
            // Said when the rows are read.
            return columns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }

    private static void hiddenColumns(Markup markup, Set<Integer> columns)
            throws XMLStreamException, RefusedException {
        while (markup.element() && !markup.name().equals("sheetData")) {
            if (markup.name().equals("col") && hides(markup, "width")) {
                int first = number(markup.attribute("min", ""));
                int last = Math.min(number(markup.attribute("max", "")), LAST_COLUMN);
                for (int column = Math.max(first, 1); column <= last; column++) {
                    columns.add(column);
                }
            }
        }
    }

    /// Whether a row or column is hidden, or has no height or width.
    private static boolean hides(Markup markup, String size) {
        return truth(markup.attribute("hidden", ""))
                || markup.attribute(size, "").matches("0+(\\.0+)?");
    }

    private static boolean truth(String word) {
        return word.equals("1") || word.equals("true");
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public Optional<Refusal> read(Consumer<Row> rows) {
        try {
            Optional<InputStream> stream = parts.part(part);
            if (stream.isEmpty()) {
                return Optional.of(Refusal.of(Code.FILE_DAMAGED, name).at(name, ""));
            }
            Markup.read(stream.get(), part, markup -> new Rows(markup, rows).read());
            return Optional.empty();
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            return Optional.of(refusal.at(name, refusal.cell()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows {
        private final Markup markup;
        private final Consumer<Row> reader;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder formula = new StringBuilder();
        private final Results results = new Results();
        private List<Cell> cells = new ArrayList<>();
        private boolean hiddenRow;
        private int row;
        private int column;
        private int held;
        private int characters;

        Rows(Markup markup, Consumer<Row> reader) {
            this.markup = markup;
            this.reader = reader;
        }

        void read() throws XMLStreamException, RefusedException {
            while (markup.hasNext()) {
                int event = markup.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (markup.name()) {
                        case "row" -> startRow();
                        case "c" -> cell();
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && markup.name().equals("row")) {
                    endRow();
                }
            }
        }

        private void startRow() throws RefusedException {
            String number = markup.attribute("r");
            int next = number == null ? row + 1 : whole(number, LAST_ROW);
            if (next <= row || next > LAST_ROW || !cells.isEmpty()) {
                throw markup.damaged();
            }
            row = next;
            hiddenRow = hides(markup, "ht");
            column = 0;
            characters = 0;
            results.startRow(row);
        }

        private void endRow() throws RefusedException {
            if (!cells.isEmpty()) {
                if (++held > mostRows) {
                    throw at(new RefusedException(Code.FILE_ROWS, mostRows));
                }
                reader.accept(new Row(row, cells, hiddenRow));
                cells = new ArrayList<>(cells.size());
            }
        }

        private void cell() throws XMLStreamException, RefusedException {
            String address = markup.attribute("r");
            int next = address == null ? column + 1 : column(address);
            if (row == 0 || next <= column || next > LAST_COLUMN) {
                throw markup.damaged();
            }
            column = next;
            String type = markup.attribute("t", "n");
            String style = markup.attribute("s");
            int end = markup.depth() - 1;
            boolean calculated = false;
            boolean valued = false;
            @Nullable String inline = null;
            text.setLength(0);
            formula.setLength(0);
            @Nullable StringBuilder open = null;
            while (true) {
                if (!markup.hasNext()) {
                    throw markup.damaged();
                }
                int event = markup.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (markup.name()) {
                        case "v" -> {
                            open = text;
                            valued = true;
                        }
                        case "f" -> {
                            open = formula;
                            calculated = true;
                            results.add(markup.attribute("ref", ""));
                        }
                        case "is" -> inline = SharedStrings.text(markup);
                        default -> open = null;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open = null;
                    if (markup.depth() == end) {
                        break;
                    }
                } else if (open != null && Markup.text(event)) {
                    markup.append(open);
                }
            }
            if (Formulas.reachOutside(formula)) {
                throw at(new RefusedException(Code.FILE_DDE));
            }
            Value value =
                    calculated || (book.stale() && results.contain(column))
                            ? result(inline, valued, type, style)
                            : stored(inline, valued, type, style);
            if (value instanceof Value.Text(var content)) {
                characters += content.length();
                if (characters > MOST_CHARACTERS) {
                    throw at(new RefusedException(Code.FILE_TEXT_TOO_LONG, MOST_CHARACTERS));
                }
            }
            if (holds(value)) {
                cells.add(new Cell(row, column, value, calculated));
            }
        }

        /// Whether a cell holds anything: a formula that gives an empty text holds nothing.
        private static boolean holds(Value value) {
            return switch (value) {
                case Value.Nothing _ -> false;
                case Value.Text(var content) -> !Cell.blank(content);
                default -> true;
            };
        }

        /// The last result of a formula. Programs that calculate nothing store none, an empty one
        /// or a zero, and ask for a calculation when the file is opened; of those that ask, no
        /// result is taken. Apache POI asks for nothing, and stores `0.0` where others write `0`.
        private Value result(
                @Nullable String inline, boolean valued, String type, @Nullable String style) {
            if (book.stale() || (type.equals("n") && text.toString().strip().equals("0.0"))) {
                return new Value.Uncalculated();
            }
            Value value = stored(inline, valued, type, style);
            return value instanceof Value.Nothing ? new Value.Uncalculated() : value;
        }

        private Value stored(
                @Nullable String inline, boolean valued, String type, @Nullable String style) {
            if (inline != null) {
                return Markup.value(inline);
            }
            return valued ? value(type, style) : Value.NOTHING;
        }

        private Value value(String type, @Nullable String style) {
            String word = text.toString().strip();
            if (type.equals("str") || type.equals("inlineStr")) {
                return Markup.value(text.toString());
            }
            if (word.isEmpty()) {
                return Value.NOTHING;
            }
            return switch (type) {
                case "s" -> strings.get(index(word)).orElse(new Value.Unreadable(word));
                case "d" -> date(word);
                case "b" -> flag(word);
                case "e" -> fault(word);
                case "n" -> number(word, style);
                default -> new Value.Unreadable(word);
            };
        }

        // DOUBT: a date cell has no time zone by the standard. SheetJS writes an offset, `Z`, now
        // for the time in UTC and now for the time on the wall; read as neither, because five
        // hours are another day.
        private static Value date(String word) {
            return OFFSET.matcher(word).find() ? new Value.Unreadable(word) : Markup.value(word);
        }

        private static Value flag(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "1", "true" -> new Value.Flag(true);
                case "0", "false" -> new Value.Flag(false);
                default -> new Value.Unreadable(word);
            };
        }

        private static Value fault(String word) {
            return FAULT.matcher(word).matches()
                    ? new Value.Fault(word)
                    : new Value.Unreadable(word);
        }

        private Value number(String digits, @Nullable String style) {
            BigDecimal number;
            try {
                number = new BigDecimal(digits).round(SHOWN);
            } catch (NumberFormatException | ArithmeticException e) {
                return new Value.Unreadable(digits);
            }
            // A spreadsheet knows no number beyond 1e308; one with a huge exponent would be a trap
            // for everybody who writes it out.
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                return new Value.Unreadable(digits);
            }
            number = number.stripTrailingZeros();
            number = number.setScale(Math.max(0, number.scale()));
            return switch (styles.of(style == null ? 0 : index(style))) {
                case DATE ->
                        number.abs().compareTo(LAST_DATE) < 0
                                ? new Value.Moment(number, book.from1904())
                                : amount(number, false);
                case PERCENT -> amount(number, true);
                case PLAIN -> amount(number, false);
            };
        }

        private Value amount(BigDecimal number, boolean percent) {
            return new Value.Amount(number, percent, book.from1904());
        }

        /// Where something stands in a list; -1 where the digits name no place.
        private static int index(String digits) {
            return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        }

        private int whole(String digits, int most) throws RefusedException {
            try {
                int number = Integer.parseInt(digits);
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw markup.damaged();
            }
            throw markup.damaged();
        }

        /// The column of an address such as `AB12`.
        private int column(String address) throws RefusedException {
            int number = 0;
            int at = 0;
            for (; at < address.length(); at++) {
                char c = address.charAt(at);
                if (c >= 'A' && c <= 'Z' && number <= LAST_COLUMN) {
                    number = number * 26 + (c - 'A' + 1);
                } else {
                    break;
                }
            }
            if (whole(address.substring(at), LAST_ROW) != row) {
                throw markup.damaged();
            }
            return number;
        }

        private RefusedException at(RefusedException e) {
            return new RefusedException(e.refusal().at(name, Cell.address(row, column)));
        }
    }

    /// 31 December 9999, the last day that spreadsheets know.
    private static final BigDecimal LAST_DATE = BigDecimal.valueOf(2_958_466);
}
