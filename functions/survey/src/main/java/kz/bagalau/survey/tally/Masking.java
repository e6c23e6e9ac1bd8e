package kz.bagalau.survey.tally;

import java.util.regex.Pattern;

/// Takes out of a free text what points at a person by number or address: e-mail addresses, phone
/// numbers as they are written in Kazakhstan, and individual identification numbers (IIN, 12
/// digits). Names and manner of writing stay; the survey page says so.
final class Masking {

    static final String MASK = "[•••]";

    /// What people put between digits: spaces of any kind, dashes, dots, brackets, slashes.
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}\\p{Pd}−.()/_]{0,3}";

    private static final String NO_DIGIT_BEFORE = "(?<!\\p{Nd})";

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+\\s?@\\s?[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /// +7 or 8 and ten digits, or the ten alone, which begin with 7 in Kazakhstan (mobile 70x, 74x,
    /// 77x; towns 71x, 72x).
    private static final Pattern PHONE =
            Pattern.compile(
                    NO_DIGIT_BEFORE
                            + "(?:\\+?[78]"
                            + GAP
                            + ")?\\(?7(?:"
                            + GAP
                            + "\\p{Nd}){9}(?!\\p{Nd})");

    private static final Pattern IIN =
            Pattern.compile(NO_DIGIT_BEFORE + "\\p{Nd}(?:" + GAP + "\\p{Nd}){11}(?!\\p{Nd})");

    private Masking() {}

    static String mask(String text) {
        String masked = EMAIL.matcher(text).replaceAll(MASK);
        masked = IIN.matcher(masked).replaceAll(MASK);
        return PHONE.matcher(masked).replaceAll(MASK);
    }
}
