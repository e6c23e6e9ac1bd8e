package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kz.bagalau.forms.workbook.file.RefusedException;
import kz.bagalau.forms.workbook.part.Markup;

/// What the formats of a workbook say of its numbers: date, percentage or neither.
final class Styles {

    /// How a number is shown.
    enum Shown {
        PLAIN,
        DATE,
        PERCENT
    }

    private static final int MOST = 65_536;

    private final List<Shown> byStyle;

    private Styles(List<Shown> byStyle) {
        this.byStyle = byStyle;
    }

    static Styles read(Optional<InputStream> part) throws IOException, RefusedException {
        List<Shown> byStyle = new ArrayList<>();
        if (part.isPresent()) {
            Markup.read(part.get(), "styles.xml", markup -> read(markup, byStyle));
        }
        return new Styles(byStyle);
    }

    private static void read(Markup markup, List<Shown> byStyle)
            throws XMLStreamException, RefusedException {
        Map<Integer, Shown> own = new HashMap<>();
        int cellFormats = 0;
        while (markup.hasNext()) {
            int event = markup.next();
            if (event == XMLStreamConstants.END_ELEMENT && markup.depth() < cellFormats) {
                cellFormats = 0;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (markup.name()) {
                case "cellXfs" -> cellFormats = markup.depth();
                case "numFmt" ->
                        own.put(
                                number(markup, "numFmtId"),
                                shown(markup.attribute("formatCode", "")));
                case "xf" -> {
                    if (cellFormats > 0) {
                        int format = number(markup, "numFmtId");
                        byStyle.add(own.getOrDefault(format, builtIn(format)));
                    }
                }
                default -> {}
            }
            if (own.size() > MOST || byStyle.size() > MOST) {
                throw markup.damaged();
            }
        }
    }

    /// How the numbers of a style are shown; plain where the style is unknown.
    Shown of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Shown.PLAIN;
    }

    private static int number(Markup markup, String attribute) throws RefusedException {
        try {
            return Integer.parseInt(markup.attribute(attribute, "0"));
        } catch (NumberFormatException e) {
            throw markup.damaged();
        }
    }

    /// ECMA-376 part 1, 18.8.30: formats that need no code; 27–36 and 50–58 are dates of East Asia.
    private static Shown builtIn(int format) {
        if (format == 9 || format == 10) {
            return Shown.PERCENT;
        }
        boolean date =
                (format >= 14 && format <= 22)
                        || (format >= 27 && format <= 36)
                        || (format >= 45 && format <= 47)
                        || (format >= 50 && format <= 58);
        return date ? Shown.DATE : Shown.PLAIN;
    }

    /// A format code names a date where a letter of day, month, year, hour or second stands outside
    /// quoted text, brackets and escapes. `General` has such letters and is none.
    static Shown shown(String code) {
        boolean percent = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = skip(code, i, '"');
                case '[' -> {
                    int end = skip(code, i, ']');
                    if (elapsed(code.substring(i + 1, Math.max(i + 1, end)))) {
                        return Shown.DATE;
                    }
                    i = end;
                }
                case '\\', '_', '*' -> i++;
                case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S' -> {
                    return Shown.DATE;
                }
                case 'G', 'g' -> i = code.regionMatches(true, i, "General", 0, 7) ? i + 6 : i;
                case '%' -> percent = true;
                default -> {}
            }
        }
        return percent ? Shown.PERCENT : Shown.PLAIN;
    }

    /// `[h]`, `[mm]`, `[ss]`: hours, minutes or seconds beyond a day.
    private static boolean elapsed(String inBrackets) {
        return !inBrackets.isEmpty() && inBrackets.chars().allMatch(c -> "hHmMsS".indexOf(c) >= 0);
    }

    private static int skip(String code, int from, char end) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }
}
