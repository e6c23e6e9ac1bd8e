package kz.bagalau.forms.kpi;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// The state body as the forms name it.
///
/// @param name on a line of its own, as Annex 11 has it
/// @param inTitle inside a title, in the genitive: `"…" мемлекеттік мекемесінің`
public record Body(LocalText name, LocalText inTitle) {

    private static final Texts TEXTS = Texts.beside(Body.class, "kpi.properties");

    /// A state institution (мемлекеттік мекеме), as the forms of the act name it.
    ///
    /// @param name without the words "state institution" and without quotation marks
    public static Body institution(LocalText name) {
        LocalText inTitle = TEXTS.text("institution");
        return new Body(
                name,
                new LocalText(
                        inTitle.kk().formatted(name.kk()),
                        inTitle.ru().formatted(name.ru()),
                        inTitle.en().formatted(name.en())));
    }
}
