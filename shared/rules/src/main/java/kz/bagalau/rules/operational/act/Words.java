package kz.bagalau.rules.operational.act;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// The names of indicators and the words in their workings, from `words.properties`, and the names
/// of facts, from `facts.properties`.
public final class Words {

    private static final Texts TEXTS = Texts.beside(Words.class, "words.properties");
    private static final Texts FACTS = Texts.beside(Words.class, "facts.properties");

    private Words() {}

    public static LocalText text(String name) {
        return TEXTS.text(name);
    }

    public static LocalText fact(String name) {
        return FACTS.text(name);
    }
}
