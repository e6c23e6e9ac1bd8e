package kz.bagalau.rules.operational.fact;

import kz.bagalau.rules.Audience;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.act.Words;

/// A name of the vocabulary of facts.
///
/// @param name as in stores, forms and API
/// @param paragraph where the Methodology asks for it
/// @param publisher the origin that is to claim it: a form as `report:appendix-7`, the `survey`,
///   the `exit-interviews`, the `calendar`, the `review` of reports, or the `analyst`
/// @param audience who may see a value of it
public record FactType(
        String name,
        FactShape shape,
        FactUnit unit,
        String paragraph,
        String publisher,
        Audience audience) {

    /// The fact in the reader's words.
    public LocalText label() {
        return name.startsWith(Vocabulary.STATEMENT)
                ? Words.fact(Vocabulary.STATEMENT)
                        .with(name.substring(Vocabulary.STATEMENT.length()))
                : Words.fact(name);
    }
}
