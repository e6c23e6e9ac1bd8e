package kz.bagalau.rules.operational;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// The names of indicators and the words in their workings, from `words.properties`.
final class Words {

    private static final Texts TEXTS = Texts.beside(Words.class, "words.properties");

    private Words() {}

    static LocalText text(String name) {
        return TEXTS.text(name);
    }
}
