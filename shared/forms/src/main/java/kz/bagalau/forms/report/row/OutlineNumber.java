package kz.bagalau.forms.report.row;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;

/// The number of a row in an outline, such as 1.10.2.
///
/// @param path its parts, from the outermost: 1, 10, 2
public record OutlineNumber(List<Integer> path) {

    private static final int LONGEST = 40;
    private static final int MOST_PARTS = 8;
    private static final Pattern NUMERO =
            Pattern.compile("^(№|n°|no\\.?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]]");
    private static final Pattern SEPARATORS = Pattern.compile("[.,/\\-‐‑‒–—]");
    private static final Pattern PART = Pattern.compile("(\\d{1,5})(\\p{L})?|(\\p{L}{1,6})");

    private static final List<String> ALPHABETS =
            List.of(
                    "абвгдежзиклмнопрстуфхцчшщэюя",
                    "аәбвгғдежзикқлмнңопрстуұүфхһцчшщыіэюя",
                    "abcdefghijklmnopqrstuvwxyz");
    private static final Pattern ROMAN = Pattern.compile("(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})");
    private static final String CYRILLIC_ROMAN = "іхv";
    private static final String LATIN_ROMAN = "ixv";

    // Numbers without a date format that may be days: 1990-01-01 to 2100-12-31.
    private static final int FIRST_DAY = 32_874;
    private static final int LAST_DAY = 73_415;

    public OutlineNumber {
        path = List.copyOf(path);
    }

    /// Every number that a cell may mean, the plainest first; none where it is no number. A program
    /// may have stored `1.10` as 1.1, and `1.2` as the first of February.
    public static List<OutlineNumber> readings(Cell cell) {
        Set<List<Integer>> paths = new LinkedHashSet<>();
        switch (cell.value()) {
            case Value.Text _ -> ofText(cell.text()).forEach(paths::add);
            case Value.Amount(var number, _, _) -> {
                ofNumber(number).forEach(paths::add);
                if (number.compareTo(BigDecimal.valueOf(FIRST_DAY)) >= 0
                        && number.compareTo(BigDecimal.valueOf(LAST_DAY)) < 0) {
                    cell.date().ifPresent(day -> ofDay(day).forEach(paths::add));
                }
            }
            case Value.Moment _ -> cell.date().ifPresent(day -> ofDay(day).forEach(paths::add));
            default -> {}
        }
        return paths.stream().map(OutlineNumber::new).toList();
    }

    private static Stream<List<Integer>> ofNumber(BigDecimal number) {
        String[] parts = number.stripTrailingZeros().toPlainString().split("\\.");
        if (number.signum() <= 0
                || parts[0].length() > 5
                || parts.length == 2 && parts[1].length() > 4) {
            return Stream.empty();
        }
        int whole = Integer.parseInt(parts[0]);
        if (parts.length == 1) {
            return Stream.of(List.of(whole));
        }
        // A zero at the end is lost: 1.1 may have been 1.10.
        return Stream.of(
                List.of(whole, Integer.parseInt(parts[1])),
                List.of(whole, Integer.parseInt(parts[1] + "0")));
    }

    /// What was typed before a spreadsheet took it for a day: 1.2 or 2.1, 1.13 (January 2013),
    /// 1.2.3 (2003).
    private static Stream<List<Integer>> ofDay(LocalDate day) {
        int year = day.getYear() % 100;
        List<List<Integer>> paths = new ArrayList<>();
        paths.add(List.of(day.getDayOfMonth(), day.getMonthValue()));
        paths.add(List.of(day.getMonthValue(), day.getDayOfMonth()));
        if (day.getDayOfMonth() == 1 && year > 12) {
            paths.add(List.of(day.getMonthValue(), year));
        }
        if (year > 0) {
            paths.add(List.of(day.getDayOfMonth(), day.getMonthValue(), year));
            paths.add(List.of(day.getMonthValue(), day.getDayOfMonth(), year));
        }
        return paths.stream();
    }

    private static List<List<Integer>> ofText(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        String plain =
                Normalizer.normalize(FootnoteMarks.stripped(text), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "");
        plain = BRACKETS.matcher(NUMERO.matcher(plain).replaceFirst("")).replaceAll("");
        String[] parts = SEPARATORS.split(plain);
        // "б/н" says that there is no number.
        boolean lettersOnly = parts.length > 1 && plain.chars().noneMatch(Character::isDigit);
        if (plain.isEmpty() || parts.length == 0 || parts.length > MOST_PARTS || lettersOnly) {
            return List.of();
        }
        List<List<Integer>> paths = List.of(List.of());
        for (String part : parts) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> path : paths) {
                for (List<Integer> end : ofPart(part)) {
                    longer.add(Stream.concat(path.stream(), end.stream()).toList());
                }
            }
            if (longer.size() > MOST_PARTS) {
                return List.of();
            }
            paths = longer;
        }
        return paths;
    }

    private static List<List<Integer>> ofPart(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return List.of();
        }
        if (matcher.group(1) == null) {
            return ofLetters(matcher.group(3)).stream().map(List::of).toList();
        }
        int number = Integer.parseInt(matcher.group(1));
        return matcher.group(2) == null
                ? List.of(List.of(number))
                : ofLetters(matcher.group(2)).stream().map(end -> List.of(number, end)).toList();
    }

    private static Set<Integer> ofLetters(String letters) {
        Set<Integer> values = new LinkedHashSet<>();
        roman(letters).ifPresent(values::add);
        for (String alphabet : ALPHABETS) {
            int at = alphabet.indexOf(letters);
            if (letters.length() == 1 && at >= 0) {
                values.add(at + 1);
            }
        }
        return values;
    }

    private static Optional<Integer> roman(String letters) {
        StringBuilder latin = new StringBuilder();
        letters.chars()
                .map(c ->
                        CYRILLIC_ROMAN.indexOf(c) >= 0
                                ? LATIN_ROMAN.charAt(CYRILLIC_ROMAN.indexOf(c))
                                : c)
                .forEach(c -> latin.append((char) c));
        if (!ROMAN.matcher(latin).matches()) {
            return Optional.empty();
        }
        int value = 0;
        int greatest = 0;
        for (int i = latin.length() - 1; i >= 0; i--) {
            int digit =
                    switch (latin.charAt(i)) {
                        case 'i' -> 1;
                        case 'v' -> 5;
                        case 'x' -> 10;
                        default -> 50;
                    };
            value += digit < greatest ? -digit : digit;
            greatest = Math.max(greatest, digit);
        }
        return Optional.of(value);
    }

    /// Whether this is a part of another: 1.1.2 of 1.1 and of 1.
    boolean within(OutlineNumber other) {
        return path.size() > other.path.size()
                && path.subList(0, other.path.size()).equals(other.path);
    }

    /// Whether this may stand below another in an outline: it comes later, or is the whole whose
    /// parts stand above it.
    boolean follows(OutlineNumber above) {
        if (above.within(this)) {
            return true;
        }
        for (int i = 0; i < Math.min(path.size(), above.path.size()); i++) {
            int order = path.get(i).compareTo(above.path.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return path.size() > above.path.size();
    }

    /// How unlikely it is that this stands directly below another: 0 for the next in the outline, 1
    /// where some are left out or it is the whole of those above, 2 where a whole is left out, 3
    /// where it comes earlier or is the same.
    int distance(OutlineNumber above) {
        if (!follows(above)) {
            return 3;
        }
        if (above.within(this)) {
            return 1;
        }
        int same = 0;
        while (same < above.path.size() && path.get(same).equals(above.path.get(same))) {
            same++;
        }
        if (path.size() > same + 1) {
            return 2;
        }
        int before = same < above.path.size() ? above.path.get(same) : 0;
        return path.get(same) == before + 1 ? 0 : 1;
    }

    /// How unlikely it is that an outline begins with this: 0 for 1, 1.1, 1.1.1 ….
    int distanceFromStart() {
        return path.stream().allMatch(part -> part == 1) ? 0 : 1;
    }
}
