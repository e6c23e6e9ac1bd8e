package kz.bagalau.rules.workmode;

import kz.bagalau.rules.Texts;

/// The names of settings and what goes on beside the norms, from `words.properties`.
final class Words {

    static final Texts TEXTS = Texts.beside(Words.class, "words.properties");

    private Words() {}
}
