package kz.bagalau.forms.printed;

import java.util.Collection;
import java.util.stream.Collectors;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Texts;

/// What every page of a document says about the document itself.
public enum Mark {
    /// Not signed and not in force.
    DRAFT,
    /// The form is ours until the Agency has entered the official one.
    PLACEHOLDER,
    /// The act has no text in this language.
    UNOFFICIAL_TRANSLATION;

    private static final Texts TEXTS = Texts.beside(Mark.class, "marks.properties");
    private static final String BETWEEN = " · ";

    public String in(Language language) {
        return TEXTS.text(name()).in(language);
    }

    /// All of them in one line, in the order of this enum; empty where there are none.
    public static String line(Collection<Mark> marks, Language language) {
        return marks.stream()
                .sorted()
                .distinct()
                .map(mark -> mark.in(language))
                .collect(Collectors.joining(BETWEEN));
    }
}
