package kz.bagalau.lambda;

import java.util.Locale;
import java.util.Optional;

/// Base 32 after Crockford: no letter that is easily taken for another, and what people write
/// instead is read as what they mean.
public final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    /// Bytes in groups of four characters; their number must be a multiple of five.
    public static String grouped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 5) {
            long chunk = 0;
            for (int j = 0; j < 5; j++) {
                chunk = chunk << 8 | bytes[i + j] & 0xff;
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(ALPHABET.charAt((int) (chunk >> shift & 31)));
            }
        }
        for (int i = text.length() - 4; i > 0; i -= 4) {
            text.insert(i, '-');
        }
        return text.toString();
    }

    /// A typed code without hyphens and spaces, in capitals, O read as 0, I and L as 1; empty where
    /// it cannot be one of `length` characters.
    public static Optional<String> canonical(String typed, int length) {
        String text =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        boolean code =
                text.length() == length && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return code ? Optional.of(text) : Optional.empty();
    }
}
