package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import kz.bagalau.forms.workbook.part.Markup;

/// The texts that the cells of a workbook share, each once. They are the one thing that has to be
/// in memory while a sheet is read, so there is a limit to them.
final class SharedStrings {

    private static final int MOST = 800_000;
    private static final int MOST_CHARACTERS = 20_000_000;

    private final List<Value> texts;

    private SharedStrings(List<Value> texts) {
        this.texts = texts;
    }

    static SharedStrings read(Optional<InputStream> part) throws IOException, RefusedException {
        List<Value> texts = new ArrayList<>();
        if (part.isPresent()) {
            Markup.read(part.get(), "sharedStrings.xml", markup -> read(markup, texts));
        }
        return new SharedStrings(texts);
    }

    private static void read(Markup markup, List<Value> texts)
            throws XMLStreamException, RefusedException {
        int characters = 0;
        while (markup.element()) {
            if (markup.name().equals("si")) {
                String text = text(markup);
                characters += text.length();
                if (texts.size() == MOST || characters > MOST_CHARACTERS) {
                    throw new RefusedException(Code.FILE_INFLATES, "sharedStrings.xml");
                }
                texts.add(Markup.value(text));
            }
        }
    }

    /// The text of a string item, from just inside it to its end: its runs together, without the
    /// pronunciation hints (`rPh`) of East Asian scripts.
    static String text(Markup markup) throws XMLStreamException, RefusedException {
        StringBuilder text = new StringBuilder();
        int end = markup.depth() - 1;
        int hint = 0;
        int open = 0;
        while (markup.hasNext()) {
            switch (markup.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (markup.name().equals("rPh") && hint == 0) {
                        hint = markup.depth();
                    } else if (markup.name().equals("t") && hint == 0) {
                        open = markup.depth();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (markup.depth() == end) {
                        return unescaped(text);
                    }
                    if (markup.depth() < hint) {
                        hint = 0;
                    }
                    if (markup.depth() < open) {
                        open = 0;
                    }
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (open > 0) {
                        markup.append(text);
                    }
                }
                default -> {}
            }
        }
        throw markup.damaged();
    }

    Optional<Value> get(int index) {
        return index >= 0 && index < texts.size()
                ? Optional.of(texts.get(index))
                : Optional.empty();
    }

    /// ECMA-376 part 1, 22.4.2.4: characters that XML cannot hold are written `_x000D_`.
    private static String unescaped(StringBuilder text) {
        if (text.indexOf("_x") < 0) {
            return text.toString();
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = escape(text, i);
            if (code < 0) {
                plain.append(text.charAt(i));
            } else {
                plain.append((char) code);
                i += 6;
            }
        }
        return plain.toString();
    }

    private static int escape(CharSequence text, int at) {
        if (at + 7 > text.length()
                || text.charAt(at) != '_'
                || text.charAt(at + 1) != 'x'
                || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
