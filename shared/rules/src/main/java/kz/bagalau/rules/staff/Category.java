package kz.bagalau.rules.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The category of a post of corps "B", such as `D-3` or `D-O-1`.
///
/// @param code in Latin capitals
public record Category(String code) {

    private static final Pattern CODE = Pattern.compile("[A-E](-[A-Z]{1,2})?-[1-9]\\d?");

    // The registers of posts print the same letters in both alphabets.
    private static final String CYRILLIC = "АВСЕО";
    private static final String LATIN = "ABCEO";
    private static final String DASHES = "‐‑‒–—−";

    /// Head of a structural unit where the appointment says so, otherwise not.
    public static final Category D_3 = new Category("D-3");

    /// Head of a state body.
    public static final Category D_O_1 = new Category("D-O-1");

    public Category {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no category: " + code);
        }
    }

    /// Reads a category as people write it: small letters, Cyrillic letters that look like the
    /// Latin ones, another dash. Empty where it is none.
    public static Optional<Category> read(String text) {
        StringBuilder code = new StringBuilder();
        text.strip()
                .toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(c -> latin((char) c))
                .forEach(code::append);
        return CODE.matcher(code).matches()
                ? Optional.of(new Category(code.toString()))
                : Optional.empty();
    }

    private static char latin(char sign) {
        if (DASHES.indexOf(sign) >= 0) {
            return '-';
        }
        int place = CYRILLIC.indexOf(sign);
        return place < 0 ? sign : LATIN.charAt(place);
    }

    @Override
    public String toString() {
        return code;
    }
}
