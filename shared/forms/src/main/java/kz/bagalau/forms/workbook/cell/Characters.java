package kz.bagalau.forms.workbook.cell;

/// The characters of texts that somebody sent.
public final class Characters {

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /// Whether a text has nothing that no XML and no store takes: halves of a character (unpaired
    /// surrogates) and NUL.
    public static boolean sound(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !paired(text, i))) {
                return false;
            }
        }
        return true;
    }

    /// A text with a sign in the place of each character that is not [#sound].
    public static String replaced(String text) {
        if (sound(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < replaced.length(); i++) {
            char c = replaced.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !paired(text, i))) {
                replaced.setCharAt(i, REPLACEMENT);
            }
        }
        return replaced.toString();
    }

    private static boolean paired(CharSequence text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
