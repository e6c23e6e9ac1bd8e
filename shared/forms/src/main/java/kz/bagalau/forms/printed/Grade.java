package kz.bagalau.forms.printed;

import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// The four results of an assessment of employees, from the best down. The Kazakh labels are those
/// of No. 02-17/15 ¶49, the Russian ones those of No. 245 ¶7, letter by letter; English is ours.
public enum Grade {
    EFFECTIVE,
    PROPER,
    SATISFACTORY,
    UNSATISFACTORY;

    private static final Texts TEXTS = Texts.beside(Grade.class, "grades.properties");

    public LocalText label() {
        return TEXTS.text(name());
    }

    public String in(Language language) {
        return label().in(language);
    }
}
