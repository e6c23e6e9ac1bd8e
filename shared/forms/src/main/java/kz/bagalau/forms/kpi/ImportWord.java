package kz.bagalau.forms.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.appraisal.Grade;

/// A word that a cell of the import can hold, in any of the three languages.
enum ImportWord {
    YES,
    NO,
    SIGNED,
    REFUSED,
    ABSENT;

    private static final Texts TEXTS = Texts.beside(ImportWord.class, "import.properties");
    private static final List<ImportWord> SIGNATURES = List.of(SIGNED, REFUSED, ABSENT);
    private static final List<ImportWord> YES_NO = List.of(YES, NO);

    LocalText text() {
        return TEXTS.text("word." + name());
    }

    /// The words of a kind of column, for a list to choose from; none for other kinds.
    static List<String> choices(ImportColumn.Kind kind, Language language) {
        return switch (kind) {
            case SIGNATURE -> SIGNATURES.stream().map(word -> word.text().in(language)).toList();
            case YES_NO -> YES_NO.stream().map(word -> word.text().in(language)).toList();
            case GRADE ->
                    Arrays.stream(Grade.values()).map(grade -> grade.text().in(language)).toList();
            case NUMBER, TEXT, DAY -> List.of();
        };
    }

    /// The words of a kind of column in one text, for a message.
    static LocalText all(ImportColumn.Kind kind) {
        return new LocalText(
                String.join("; ", choices(kind, Language.KK)),
                String.join("; ", choices(kind, Language.RU)),
                String.join("; ", choices(kind, Language.EN)));
    }

    static Optional<ImportWord> signature(String text) {
        return SIGNATURES.stream().filter(word -> same(word.text(), text)).findFirst();
    }

    static Optional<Boolean> yesOrNo(String text) {
        return YES_NO.stream()
                .filter(word -> same(word.text(), text))
                .findFirst()
                .map(word -> word == YES);
    }

    /// The whole label, never a single word of it: "тиімді" is another grade on the form (G-03).
    static Optional<Grade> grade(String text) {
        return Arrays.stream(Grade.values()).filter(grade -> same(grade.text(), text)).findFirst();
    }

    static boolean same(LocalText text, String other) {
        String key = key(other);
        return key(text.kk()).equals(key)
                || key(text.ru()).equals(key)
                || key(text.en()).equals(key);
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
