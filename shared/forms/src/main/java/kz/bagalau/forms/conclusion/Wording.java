package kz.bagalau.forms.conclusion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// How numbers, days and places of an act are written in a language, and the conclusion's own
/// words.
record Wording(Language language) {

    private static final Texts TEXTS = Texts.beside(Wording.class, "conclusion.properties");

    /// A decimal fraction, but no day, no paragraph and no row of a table.
    private static final Pattern FRACTION =
            Pattern.compile("(?<![\\d.,¶-])(?<!row )(\\d+)\\.(\\d+)(?![\\d.]*\\d\\.|\\.\\d)");

    private static final Pattern SUBPARAGRAPH = Pattern.compile("¶(\\d+(?:-\\d+)?)\\.(\\d+)");
    private static final Pattern PARAGRAPH = Pattern.compile("¶(\\d+(?:-\\d+)?)");
    private static final Pattern ROW = Pattern.compile("Appendix (\\d+) row ([\\d.]+)");
    private static final Pattern RULE = Pattern.compile("Appendix (\\d+) rule (\\d+)");
    private static final Pattern APPENDICES = Pattern.compile("Appendices (\\d+) and (\\d+)");
    private static final Pattern APPENDIX = Pattern.compile("Appendix (\\d+)");

    String text(String name, Object... values) {
        String text = TEXTS.text(name).in(language);
        return values.length == 0 ? text : text.formatted(values);
    }

    Optional<String> find(String name) {
        return TEXTS.find(name).map(this::in);
    }

    String in(LocalText text) {
        return text.in(language);
    }

    /// Two decimals, as people see points.
    String points(BigDecimal points) {
        return written().points(points);
    }

    /// Up to six decimals.
    String plain(BigDecimal number) {
        return written().plain(number);
    }

    String day(LocalDate day) {
        return written().day(day);
    }

    /// A line of a working: its fractions and the places it names.
    String line(String working) {
        return places(
                language == Language.EN ? working : FRACTION.matcher(working).replaceAll("$1,$2"));
    }

    /// `¶40.1` and `Appendix 13 row 1.1` as the language names them.
    String places(String text) {
        return switch (language) {
            case EN -> text;
            case KK ->
                    replaced(
                            text,
                            "$1 және $2-қосымшалар",
                            "$1-қосымша, $2-жол",
                            "$1-қосымша, $2-қағида",
                            "$1-қосымша",
                            "$1-тармақ $2-тармақша",
                            "$1-тармақ");
            case RU ->
                    replaced(
                            text,
                            "приложения $1 и $2",
                            "приложение $1, строка $2",
                            "приложение $1, правило $2",
                            "приложение $1",
                            "пп. $2 п. $1",
                            "п. $1");
        };
    }

    private static String replaced(
            String text,
            String appendices,
            String row,
            String rule,
            String appendix,
            String subparagraph,
            String paragraph) {
        String replaced = APPENDICES.matcher(text).replaceAll(appendices);
        replaced = ROW.matcher(replaced).replaceAll(row);
        replaced = RULE.matcher(replaced).replaceAll(rule);
        replaced = APPENDIX.matcher(replaced).replaceAll(appendix);
        replaced = SUBPARAGRAPH.matcher(replaced).replaceAll(subparagraph);
        return PARAGRAPH.matcher(replaced).replaceAll(paragraph);
    }

    private Written written() {
        return new Written(language);
    }
}
