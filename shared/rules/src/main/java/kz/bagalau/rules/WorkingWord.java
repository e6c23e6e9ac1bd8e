package kz.bagalau.rules;

import java.util.Locale;

/// The words between the numbers of a [Working], from `working.properties`.
enum WorkingWord {
    AT_MOST,
    AT_LEAST,
    PENALTY_APPLIES;

    private static final Texts TEXTS = Texts.beside(WorkingWord.class, "working.properties");

    LocalText text() {
        return TEXTS.text(name().toLowerCase(Locale.ROOT));
    }
}
