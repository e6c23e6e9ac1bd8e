package kz.bagalau.rules;

import java.util.OptionalInt;

/// What texts are made of, asked wherever a text comes in from outside.
public final class Characters {

    /// Letters and signs of Unicode that show nothing and are neither white space nor format
    /// characters: the Hangul fillers and the empty Braille pattern.
    private static final String EMPTY_SIGNS = "\u115F\u1160\u3164\uFFA0\u2800";

    private Characters() {}

    /// Whether a text shows nothing: it is empty, or holds only white space, format characters
    /// (zero-width spaces and joiners) and signs without a shape.
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(Characters::shows);
    }

    /// The first character that no store, workbook or printed document can take: half of a
    /// surrogate pair, a control character other than tab, line feed and carriage return, or U+FFFE
    /// and U+FFFF. XML 1.0, section 2.2, names the same ones.
    public static OptionalInt unstorable(String text) {
        return text.codePoints().filter(Characters::cannotBeStored).findFirst();
    }

    /// Whether a sign shows nothing although Unicode has it as a letter or a symbol.
    public static boolean isEmptySign(int point) {
        return EMPTY_SIGNS.indexOf(point) >= 0;
    }

    private static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    false;
            default -> !isEmptySign(point);
        };
    }

    private static boolean cannotBeStored(int point) {
        return point < 0x20
                ? point != '\t' && point != '\n' && point != '\r'
                : point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        || point == 0xFFFE
                        || point == 0xFFFF;
    }
}
