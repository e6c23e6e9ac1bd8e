package kz.bagalau.rules.operational.fact;

import java.math.BigDecimal;
import java.util.List;

/// The value of a fact, free of the format in which it is stored or sent.
public sealed interface FactValue {

    /// A count of people or events, hours, a share.
    record Amount(BigDecimal value) implements FactValue {}

    /// Several amounts in a fixed order: twelve months, four answers, the penalties of a year.
    record Amounts(List<BigDecimal> values) implements FactValue {

        public Amounts {
            values = List.copyOf(values);
        }
    }

    /// One of a few words, such as `with_content`.
    record Word(String word) implements FactValue {}

    /// Stated to be unknown, which is not the same as missing: nobody could determine it.
    record Unknown() implements FactValue {}
}
