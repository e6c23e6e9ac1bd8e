package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.bagalau.forms.workbook.Refusal.Code;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook, read row by row as it is unpacked.
final class XlsxSheet implements IncomingSheet {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_DIGITS = 340;

    // Spreadsheets calculate with 15 digits and store 17: 0.1 + 0.2 is stored as
    // 0.30000000000000004 and shown, and meant, as 0.3.
    private static final MathContext SHOWN = new MathContext(15);

    private final String name;
    private final boolean hidden;
    private final Parts parts;
    private final String part;
    private final SharedStrings strings;
    private final Styles styles;
    private final boolean from1904;
    private final int mostRows;

    XlsxSheet(
            String name,
            boolean hidden,
            Parts parts,
            String part,
            SharedStrings strings,
            Styles styles,
            boolean from1904,
            int mostRows) {
        this.name = name;
        this.hidden = hidden;
        this.parts = parts;
        this.part = part;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
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
        private List<Cell> cells = new ArrayList<>();
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
            column = 0;
            characters = 0;
        }

        private void endRow() throws RefusedException {
            if (!cells.isEmpty()) {
                if (++held > mostRows) {
                    throw at(new RefusedException(Code.FILE_ROWS, mostRows));
                }
                reader.accept(new Row(row, cells));
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
            String inline = null;
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
                    try {
                        markup.append(open);
                    } catch (RefusedException e) {
                        throw at(e);
                    }
                }
            }
            if (Formulas.reachOutside(formula)) {
                throw at(new RefusedException(Code.FILE_DDE));
            }
            Value value =
                    inline != null
                            ? new Value.Text(inline)
                            : valued
                                    ? value(type, style)
                                    : calculated ? new Value.Uncalculated() : Value.NOTHING;
            if (value instanceof Value.Text(var content)) {
                characters += content.length();
                if (characters > MOST_CHARACTERS) {
                    throw at(new RefusedException(Code.FILE_TEXT_TOO_LONG, MOST_CHARACTERS));
                }
            }
            if (!(value instanceof Value.Nothing)) {
                cells.add(new Cell(row, column, value, calculated));
            }
        }

        private Value value(String type, @Nullable String style) throws RefusedException {
            return switch (type) {
                case "s" ->
                        new Value.Text(
                                strings.get(whole(text.toString().strip(), Integer.MAX_VALUE))
                                        .orElseThrow(markup::damaged));
                case "str", "inlineStr", "d" -> new Value.Text(text.toString());
                case "b" -> new Value.Flag(text.toString().strip().equals("1"));
                case "e" -> new Value.Fault(text.toString().strip());
                case "n" -> number(text.toString().strip(), style);
                default -> throw markup.damaged();
            };
        }

        private Value number(String digits, @Nullable String style) throws RefusedException {
            if (digits.isEmpty()) {
                return Value.NOTHING;
            }
            BigDecimal number;
            try {
                number = new BigDecimal(digits).round(SHOWN);
            } catch (NumberFormatException | ArithmeticException e) {
                throw markup.damaged();
            }
            // A spreadsheet knows no number beyond 1e308; one with a huge exponent would be a trap
            // for everybody who writes it out.
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw markup.damaged();
            }
            number = number.stripTrailingZeros();
            number = number.setScale(Math.max(0, number.scale()));
            return switch (styles.of(style == null ? 0 : whole(style, Integer.MAX_VALUE))) {
                case DATE ->
                        number.abs().compareTo(LAST_DATE) < 0
                                ? new Value.Moment(number, from1904)
                                : new Value.Amount(number, false);
                case PERCENT -> new Value.Amount(number, true);
                case PLAIN -> new Value.Amount(number, false);
            };
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
