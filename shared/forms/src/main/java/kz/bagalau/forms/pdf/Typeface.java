package kz.bagalau.forms.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// One of the two cuts of DejaVu Sans, which has every letter of Kazakh, Russian and English and
/// the tenge sign. Parsed once; the caller sees to it that one thread at a time uses it.
final class Typeface {

    static final Typeface REGULAR = new Typeface("DejaVuSans.ttf");
    static final Typeface BOLD = new Typeface("DejaVuSans-Bold.ttf");

    /// Stands for letters that the typeface does not have.
    private static final int UNKNOWN = 0x25A1;

    private static final Pattern SPACES = Pattern.compile(" +");
    private static final String BREAKS_AFTER = "-–—/._,;:()";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float unitsPerEm;

    /// Widths of letters that were asked for before; up to here are the letters of our languages.
    private final int[] advances = new int[0x3000];

    private Typeface(String file) {
        try (var stream = Typeface.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            // Ligatures would leave gaps in the text that is copied out of the document.
            font.setEnableGsub(false);
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The letters that a document uses are embedded when it is saved.
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    float width(String text, float size) {
        int units = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            units += advance(text.codePointAt(i));
        }
        return units * size / unitsPerEm;
    }

    /// The lines of a text in a width. It breaks between words; a word that is wider than a line
    /// breaks after a hyphen, a dot or the like, and where there is none, anywhere.
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        float space = width(" ", size);
        for (String paragraph : printable(text).split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            float used = 0;
            for (String word : SPACES.split(paragraph)) {
                String rest = word;
                float wide = width(rest, size);
                if (!line.isEmpty() && used + space + wide > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                while (wide > width && rest.length() > 1) {
                    int fitting = fitting(rest, size, width);
                    lines.add(rest.substring(0, fitting));
                    rest = rest.substring(fitting);
                    wide = width(rest, size);
                }
                if (!line.isEmpty()) {
                    line.append(' ');
                    used += space;
                }
                line.append(rest);
                used += wide;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private int fitting(String word, float size, float width) {
        int fitting = word.offsetByCodePoints(0, 1);
        int afterBreak = 0;
        while (fitting < word.length()) {
            int next = word.offsetByCodePoints(fitting, 1);
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            if (BREAKS_AFTER.indexOf(word.charAt(fitting)) >= 0) {
                afterBreak = next;
            }
            fitting = next;
        }
        return afterBreak > 0 ? afterBreak : fitting;
    }

    private String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .map(letter -> letter == '\t' || letter == '\r' || letter == 0xA0 ? ' ' : letter)
                .filter(letter -> letter == '\n' || !Character.isISOControl(letter))
                .map(letter -> letter == '\n' || glyph(letter) != 0 ? letter : UNKNOWN)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private int advance(int letter) {
        if (letter < advances.length && advances[letter] > 0) {
            return advances[letter];
        }
        try {
            int advance = font.getAdvanceWidth(glyph(letter));
            if (letter < advances.length) {
                advances[letter] = advance;
            }
            return advance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int glyph(int letter) {
        return glyphs.getGlyphId(letter);
    }
}
