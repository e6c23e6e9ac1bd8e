package kz.bagalau.rules.operational.fact;

import java.util.Locale;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.act.Words;

/// What a fact's number counts.
public enum FactUnit {
    PEOPLE,
    /// How many people chose each answer.
    ANSWERS,
    /// Events, files, competitions, indicators: things one counts.
    ITEMS,
    /// Man-hours.
    HOURS,
    DAYS,
    PERCENT,
    POINTS,
    /// No number but a word.
    WORD;

    /// The unit in the reader's words.
    public LocalText label() {
        return Words.fact("unit." + name().toLowerCase(Locale.ROOT));
    }
}
