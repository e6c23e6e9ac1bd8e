package kz.bagalau.lambda.codes;

import java.text.Normalizer;
import java.util.Locale;

/// Base 32 after Crockford: no letter that is easily taken for another, and what people write
/// instead is read as what they mean.
public final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// Cyrillic and Greek capitals that are printed as a Latin letter or a digit is, and the three
    /// Latin letters that the alphabet leaves out because they are printed as digits are.
    private static final String LOOK_ALIKE = "OILАВЕЅНІЈКМОРԚСТԜХУҮҺЗΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String MEANT = "011ABESH1JKM0PQCTWXYYH3ABEZH1KMN0PTYX";

    /// What people put between characters: spaces and dashes of every kind, what is not seen (such
    /// as a soft hyphen or a mark of direction), dots and underscores.
    private static final String SEPARATORS = "[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Pd}\\u2212\\u2043._·]";

    private Crockford() {}

    /// Bytes in groups of four characters; their number must be a multiple of five.
    public static String grouped(byte[] bytes) {
        StringBuilder text = new StringBuilder(characters(bytes));
        for (int i = text.length() - 4; i > 0; i -= 4) {
            text.insert(i, '-');
        }
        return text.toString();
    }

    /// Bytes as eight characters for every five; their number must be a multiple of five.
    static String characters(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 5) {
            long chunk = 0;
            for (int j = 0; j < 5; j++) {
                chunk = chunk << 8 | bytes[i + j] & 0xff;
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(character((int) (chunk >> shift & 31)));
            }
        }
        return text.toString();
    }

    /// The character of a value from 0 to 31.
    static char character(int value) {
        return ALPHABET.charAt(value);
    }

    /// A character's value, from 0 to 31.
    static int value(char character) {
        int value = ALPHABET.indexOf(character);
        if (value < 0) {
            throw new IllegalArgumentException("not a character of base 32");
        }
        return value;
    }

    /// What somebody typed without what stands between the characters, in capitals, full-width
    /// forms as the plain ones, O read as 0, I and L as 1, and other scripts' letters as the ones
    /// they look like. Any character may be left in it.
    static String normalised(String typed) {
        String text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll(SEPARATORS, "")
                        .toUpperCase(Locale.ROOT);
        StringBuilder meant = new StringBuilder(text.length());
        for (char character : text.toCharArray()) {
            int at = LOOK_ALIKE.indexOf(character);
            meant.append(at < 0 ? character : MEANT.charAt(at));
        }
        return meant.toString();
    }

    /// Whether a text consists of the alphabet's characters alone.
    static boolean isWritten(String text) {
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }
}
