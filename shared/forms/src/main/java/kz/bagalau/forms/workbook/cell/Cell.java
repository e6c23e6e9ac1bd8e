package kz.bagalau.forms.workbook.cell;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.rules.calendar.AlmatyTime;
import org.jspecify.annotations.Nullable;

/// A cell of a file that somebody sent: where it stands, what stands in it, and what can be
/// understood by that. People type numbers and dates as text, with decimal commas and hard spaces,
/// and programs store dates as numbers.
///
/// @param row as the spreadsheet shows it, from 1
/// @param column from 1 for A
/// @param formula whether the value is the last result of a formula
public record Cell(int row, int column, Value value, boolean formula) {

    private static final int LONGEST_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");
    private static final Pattern DOTS_IN_THOUSANDS =
            Pattern.compile("([+-]?\\d{1,3}(?:\\.\\d{3})+),(\\d+)");
    private static final Pattern COMMAS_IN_THOUSANDS =
            Pattern.compile("([+-]?\\d{1,3}(?:,\\d{3})+)\\.(\\d+)");
    private static final Pattern SPACES_IN_THOUSANDS =
            Pattern.compile("[+-]?\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?");

    private static final Pattern PERHAPS_THOUSANDS =
            Pattern.compile("'?[+-]?[1-9]\\d{0,2}[.,]0{3}");

    private static final Pattern ISO_DATE =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]+(\\S+))?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?: ?[гж]\\.?)?(?:,? +(\\S+))?");
    private static final Pattern ZONED = Pattern.compile("(\\S+?)(Z|[+-]\\d{2}(?::?\\d{2})?)");
    private static final Pattern END_OF_DAY = Pattern.compile("24:00(?::00(?:[.,]0+)?)?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    // Numbers without a date format are taken for dates only within 1990-01-01 and 2100-12-31.
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(32_874);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(73_415);
    private static final BigDecimal DAYS_TO_1904 = BigDecimal.valueOf(1_462);

    /// As the spreadsheet shows it: `B4`.
    public String address() {
        return address(row, column);
    }

    /// The address of a place, both counted from 1.
    public static String address(int row, int column) {
        return Reference.of(row - 1, column - 1);
    }

    /// Whether nothing stands here that anybody can see.
    public boolean blank() {
        return text().isEmpty();
    }

    /// What stands here as one line of text: without invisible characters, hard spaces as spaces,
    /// and single spaces between words. Numbers are plain, dates as in ISO 8601.
    public String text() {
        return switch (value) {
            case Value.Nothing _, Value.Uncalculated _ -> "";
            case Value.Text(var text) -> line(text);
            case Value.Amount(var number, _, _) -> plain(number);
            case Value.Moment moment -> moment.dateTime().toString();
            case Value.Flag(var flag) -> flag ? "TRUE" : "FALSE";
            case Value.Fault(var code) -> code;
            case Value.Unreadable(var text) -> line(text).isEmpty() ? "?" : line(text);
        };
    }

    /// The number that stands here or is written here, `1 234,5` as much as `1234.5`. Where a
    /// single comma or point could mean thousands it is a decimal one, as Kazakh and Russian write.
    public Optional<BigDecimal> number() {
        return switch (value) {
            case Value.Amount(var number, _, _) -> Optional.of(number);
            case Value.Text(var text) -> number(line(text));
            default -> Optional.empty();
        };
    }

    /// Whether a number is written so that it may be a thousand times as much: `1,000` is one with
    /// three decimals for some programs and one thousand for others.
    public boolean perhapsThousands() {
        return value instanceof Value.Text(var text)
                && PERHAPS_THOUSANDS.matcher(line(text)).matches();
    }

    /// As [#number()], in per cent: 85, `85 %` and a cell that shows 0.85 as a percentage are all
    /// 85.
    public Optional<BigDecimal> percent() {
        return switch (value) {
            case Value.Amount(var number, var percent, _) ->
                    Optional.of(percent ? number.movePointRight(2) : number);
            case Value.Text(var text) -> {
                String line = line(text);
                yield number(
                        line.endsWith("%")
                                ? line.substring(0, line.length() - 1).stripTrailing()
                                : line);
            }
            default -> Optional.empty();
        };
    }

    /// The day, from a date cell, from text such as `15.01.2026`, `2026-01-15` or `15/01/2026`, or
    /// from a number that lost its date format. Text with an offset, `2026-01-15T19:30Z`, is the
    /// day and time in Almaty.
    public Optional<LocalDate> date() {
        return dateTime().map(LocalDateTime::toLocalDate);
    }

    /// Whether it is a day written without a time of day, such as `15.01.2026`. A date cell cannot
    /// tell: a day is the midnight of the day.
    public boolean timeless() {
        return value instanceof Value.Text(var text)
                && date().isPresent()
                && !line(text).contains(":");
    }

    /// As [#date()] with the time of day, midnight where none is given.
    ///
    /// A day before 1900 or after 2100 is none: whoever typed its year has left out a digit or
    /// written another one.
    public Optional<LocalDateTime> dateTime() {
        return anyDateTime()
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private Optional<LocalDateTime> anyDateTime() {
        return switch (value) {
            case Value.Moment moment -> Optional.of(moment.dateTime());
            case Value.Amount(var number, _, var from1904) when isDay(number, from1904) ->
                    Optional.of(new Value.Moment(number, from1904).dateTime());
            case Value.Text(var text) -> dateTime(line(text));
            default -> Optional.empty();
        };
    }

    /// The time of day, from a time cell or from text such as `08:30`.
    public Optional<LocalTime> time() {
        return switch (value) {
            case Value.Moment moment -> Optional.of(moment.dateTime().toLocalTime());
            case Value.Amount(var number, _, _)
                    when number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0 ->
                    Optional.of(new Value.Moment(number, false).dateTime().toLocalTime());
            case Value.Text(var text) -> time(line(text));
            default -> Optional.empty();
        };
    }

    /// As [#time()] of something that ends: 24:00 is midnight.
    public Optional<LocalTime> endTime() {
        boolean midnight =
                switch (value) {
                    case Value.Amount(var number, _, _) -> number.compareTo(BigDecimal.ONE) == 0;
                    case Value.Text(var text) -> END_OF_DAY.matcher(line(text)).matches();
                    default -> false;
                };
        return midnight ? Optional.of(LocalTime.MIDNIGHT) : time();
    }

    /// Whether a text has nothing that anybody can see.
    public static boolean blank(String text) {
        return line(text).isEmpty();
    }

    private static boolean isDay(BigDecimal number, boolean from1904) {
        BigDecimal day = from1904 ? number.add(DAYS_TO_1904) : number;
        return day.compareTo(FIRST_DAY) >= 0 && day.compareTo(LAST_DAY) < 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> number(String line) {
        if (line.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        String text = line.startsWith("'") ? line.substring(1) : line;
        text = text.replace('\u2212', '-');
        if (SPACES_IN_THOUSANDS.matcher(text).matches()) {
            text = text.replace(" ", "");
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        }
        Matcher dots = DOTS_IN_THOUSANDS.matcher(text);
        if (dots.matches()) {
            return Optional.of(
                    new BigDecimal(dots.group(1).replace(".", "") + "." + dots.group(2)));
        }
        Matcher commas = COMMAS_IN_THOUSANDS.matcher(text);
        if (commas.matches()) {
            return Optional.of(
                    new BigDecimal(commas.group(1).replace(",", "") + "." + commas.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> dateTime(String line) {
        Matcher iso = ISO_DATE.matcher(line);
        if (iso.matches()) {
            return at(iso.group(1), iso.group(2), iso.group(3), iso.group(4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(line);
        if (dayFirst.matches()) {
            return at(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), dayFirst.group(4));
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> at(
            String year, String month, String day, @Nullable String time) {
        try {
            LocalDate date =
                    LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (time == null) {
                return Optional.of(date.atStartOfDay());
            }
            Matcher zoned = ZONED.matcher(time);
            if (!zoned.matches()) {
                return time(time).map(date::atTime);
            }
            ZoneOffset offset = ZoneOffset.of(zoned.group(2));
            return time(zoned.group(1))
                    .map(local ->
                            date.atTime(local)
                                    .atOffset(offset)
                                    .atZoneSameInstant(AlmatyTime.ZONE)
                                    .toLocalDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String line) {
        Matcher matcher = TIME.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String second = matcher.group(3);
            String fraction = matcher.group(4);
            return Optional.of(
                    LocalTime.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            second == null ? 0 : Integer.parseInt(second),
                            fraction == null
                                    ? 0
                                    : Integer.parseInt((fraction + "00000000").substring(0, 9))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String line(String text) {
        int plain = 0;
        while (plain < text.length() && plain(text, plain)) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = line.length() > 0;
            } else if (!invisible(c)) {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }

    /// A character that needs no cleaning: visible, or a single space between two such.
    private static boolean plain(String text, int index) {
        char c = text.charAt(index);
        if (c == ' ') {
            return index > 0 && index < text.length() - 1 && text.charAt(index + 1) > ' ';
        }
        return c > ' ' && c < '\u007f' || c >= '\u0400' && c <= '\u04ff';
    }

    private static boolean invisible(char c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || kz.bagalau.rules.Characters.isEmptySign(c)
                || c >= '\ufffe';
    }
}
