package kz.bagalau.forms.report.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.rules.LocalText;

/// What a single cell says by the type of its column, and what is wrong with it.
public final class CellCheck {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LARGEST_SUM = new BigDecimal("1000000000000000");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 12;
    private static final int BIN_DIGITS = 12;
    private static final int SHOWN = 40;

    private static final Set<String> YES =
            words("+", "✓", "✔", "√", "☑", "*", "x", "v", "иә", "да", "yes", "1", "true", "бар");
    private static final Set<String> NO =
            words("-", "–", "—", "−", "жоқ", "нет", "no", "0", "false");

    private final Findings findings;
    private final int year;

    public CellCheck(Findings findings, int year) {
        this.findings = findings;
        this.year = year;
    }

    /// Reports what is wrong with a cell that says something.
    ///
    /// @return whether nothing is
    public boolean check(String sheet, Column column, Cell cell) {
        int before = findings.count();
        switch (cell.value()) {
            case Value.Fault(var code) ->
                    findings.problem(sheet, cell, Code.ERROR_VALUE, FormProblem.same(code));
            case Value.Unreadable _ ->
                    findings.problem(sheet, cell, Code.CELL_NOT_READ, shown(cell));
            case Value.Uncalculated _ -> findings.problem(sheet, cell, Code.NOT_CALCULATED);
            default -> checkValue(sheet, column, cell);
        }
        return findings.count() == before;
    }

    private void checkValue(String sheet, Column column, Cell cell) {
        switch (column.type()) {
            case ORDINAL, TEXT -> {}
            case COUNT, DECIMAL, PERCENT -> checkNumber(sheet, column, cell);
            case DATE, MOMENT -> {
                if (cell.dateTime().isEmpty()) {
                    findings.problem(
                            sheet,
                            cell,
                            column.type() == Column.Type.DATE ? Code.NOT_A_DATE : Code.NOT_A_MOMENT,
                            shown(cell));
                } else if (column.type() == Column.Type.MOMENT && cell.timeless()) {
                    findings.problem(sheet, cell, Code.NOT_A_MOMENT, shown(cell));
                } else if (column.within() && cell.date().orElseThrow().getYear() != year) {
                    findings.problem(sheet, cell, Code.NOT_IN_YEAR, FormProblem.same(year));
                }
            }
            case TIME -> {
                if (cell.endTime().isEmpty()) {
                    findings.problem(sheet, cell, Code.NOT_A_TIME, shown(cell));
                }
            }
            case WORD -> {
                if (column.word(cell.text()).isEmpty()) {
                    findings.problem(sheet, cell, Code.NOT_A_WORD, words(column.words()));
                }
            }
            case MARK -> {
                if (marked(column, cell).isEmpty()) {
                    findings.problem(sheet, cell, Code.NOT_A_MARK);
                }
            }
            case BIN -> {
                if (!bin(cell)) {
                    findings.problem(sheet, cell, Code.NOT_A_BIN);
                }
            }
        }
    }

    private void checkNumber(String sheet, Column column, Cell cell) {
        Optional<BigDecimal> number = number(column, cell);
        if (number.isEmpty()) {
            findings.problem(sheet, cell, Code.NOT_A_NUMBER, shown(cell));
            return;
        }
        BigDecimal value = number.get();
        BigDecimal largest =
                switch (column.type()) {
                    case PERCENT -> HUNDRED;
                    case COUNT -> LARGEST;
                    default -> LARGEST_SUM;
                };
        if (value.signum() < 0) {
            findings.problem(sheet, cell, Code.NEGATIVE, shown(cell));
        } else if (column.type() == Column.Type.COUNT
                && (value.stripTrailingZeros().scale() > 0 || cell.perhapsThousands())) {
            findings.problem(sheet, cell, Code.NOT_WHOLE, shown(cell));
        } else if (value.compareTo(largest) > 0) {
            findings.problem(
                    sheet, cell, Code.TOO_LARGE, FormProblem.same(largest.toPlainString()));
        } else if (value.stripTrailingZeros().scale() > MOST_DECIMALS) {
            findings.problem(sheet, cell, Code.TOO_PRECISE, FormProblem.same(MOST_DECIMALS));
        }
    }

    /// The number in a cell; empty where there is none.
    static Optional<BigDecimal> number(Column column, Cell cell) {
        return column.type() == Column.Type.PERCENT ? cell.percent() : cell.number();
    }

    /// Whether a cell is marked; empty where it says something that is neither a mark nor none. The
    /// word "no" in the column "no" marks it.
    public static Optional<Boolean> marked(Column column, Cell cell) {
        if (Entry.empty(cell)) {
            return Optional.of(false);
        }
        String text = cell.text();
        String word = word(text);
        if (column.names().contains(word) || YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /// Whether a cell says that there is nothing: it is empty, a dash, or "no".
    public static boolean saysNo(Cell cell) {
        return Entry.empty(cell) || NO.contains(word(cell.text()));
    }

    private static Set<String> words(String... texts) {
        return Stream.of(texts).map(CellCheck::word).collect(Collectors.toUnmodifiableSet());
    }

    /// The key of a text, or the text itself where it is a sign without letters.
    private static String word(String text) {
        String key = LookalikeKey.of(text);
        return key.isEmpty() ? text : key;
    }

    /// A BIN has 12 digits; a cell of type number has lost the zeros at its beginning. The source
    /// says nothing of its control digit.
    private static boolean bin(Cell cell) {
        String digits = cell.text().replace(" ", "");
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return cell.value() instanceof Value.Amount
                ? digits.length() <= BIN_DIGITS && digits.length() > BIN_DIGITS - 4
                : digits.length() == BIN_DIGITS;
    }

    /// What stands in a cell, short enough for a message.
    public static LocalText shown(Cell cell) {
        String text = cell.text();
        return FormProblem.same(
                text.codePointCount(0, text.length()) <= SHOWN
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…");
    }

    private static LocalText words(List<Column.Word> words) {
        return new LocalText(
                words.stream().map(word -> word.label().kk()).collect(Collectors.joining(", ")),
                words.stream().map(word -> word.label().ru()).collect(Collectors.joining(", ")),
                words.stream().map(word -> word.label().en()).collect(Collectors.joining(", ")));
    }
}
