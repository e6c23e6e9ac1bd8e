package kz.bagalau.rules.operational.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.bagalau.rules.operational.fact.FactMistake.Kind;

/// The type of a fact's value, and what values of it are possible.
public enum FactShape {
    /// A whole number of people or events.
    COUNT {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            return value instanceof FactValue.Amount(var amount)
                    ? count(fact, -1, amount)
                    : wrongType(fact);
        }
    },
    /// Hours or points, with decimals.
    DECIMAL {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            return value instanceof FactValue.Amount(var amount)
                    ? amount(fact, -1, amount, LARGEST)
                    : wrongType(fact);
        }
    },
    /// From 0 to 100, or stated to be unknown.
    PERCENT_OR_UNKNOWN {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            return switch (value) {
                case FactValue.Unknown _ -> List.of();
                case FactValue.Amount(var amount) ->
                        amount(fact, -1, amount, BigDecimal.valueOf(100));
                default -> wrongType(fact);
            };
        }
    },
    /// Twelve whole numbers, January to December.
    MONTHS {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            return counts(fact, value, 12);
        }
    },
    /// How many people chose code 1, 2, 3 and 4.
    ANSWERS {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            return counts(fact, value, 4);
        }
    },
    /// Penalty points, one entry a report.
    PENALTIES {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            if (!(value instanceof FactValue.Amounts(var amounts))) {
                return wrongType(fact);
            }
            if (amounts.size() > MOST_PENALTIES) {
                return List.of(
                        FactMistake.of(
                                fact,
                                Kind.FACT_LENGTH,
                                "0…" + MOST_PENALTIES,
                                "" + amounts.size()));
            }
            List<FactMistake> mistakes = new ArrayList<>();
            for (int i = 0; i < amounts.size(); i++) {
                mistakes.addAll(amount(fact, i, amounts.get(i), LARGEST));
            }
            return mistakes;
        }
    },
    /// What kind of personnel strategy there is (¶45).
    STRATEGY {
        @Override
        List<FactMistake> mistakes(String fact, FactValue value) {
            if (!(value instanceof FactValue.Word(var word))) {
                return wrongType(fact);
            }
            return STRATEGIES.contains(word)
                    ? List.of()
                    : List.of(
                            FactMistake.of(
                                    fact, Kind.FACT_WORD, "with_content, without_content, none"));
        }
    };

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_DECIMALS = 12;
    private static final int MOST_PENALTIES = 1_000;
    private static final Set<String> STRATEGIES = Set.of("with_content", "without_content", "none");

    /// Everything that is wrong with a value; empty where it is possible.
    abstract List<FactMistake> mistakes(String fact, FactValue value);

    private static List<FactMistake> wrongType(String fact) {
        return List.of(FactMistake.of(fact, Kind.FACT_TYPE));
    }

    private static List<FactMistake> counts(String fact, FactValue value, int length) {
        if (!(value instanceof FactValue.Amounts(var amounts))) {
            return wrongType(fact);
        }
        List<FactMistake> mistakes = new ArrayList<>();
        if (amounts.size() != length) {
            mistakes.add(FactMistake.of(fact, Kind.FACT_LENGTH, "" + length, "" + amounts.size()));
        }
        for (int i = 0; i < amounts.size(); i++) {
            mistakes.addAll(count(fact, i, amounts.get(i)));
        }
        return mistakes;
    }

    private static List<FactMistake> count(String fact, int index, BigDecimal amount) {
        List<FactMistake> mistakes = new ArrayList<>(amount(fact, index, amount, LARGEST));
        if (amount.stripTrailingZeros().scale() > 0) {
            mistakes.add(FactMistake.at(fact, index, Kind.NOT_WHOLE));
        }
        return mistakes;
    }

    private static List<FactMistake> amount(
            String fact, int index, BigDecimal amount, BigDecimal largest) {
        if (amount.signum() < 0) {
            return List.of(FactMistake.at(fact, index, Kind.NEGATIVE));
        }
        if (amount.scale() > MOST_DECIMALS) {
            return List.of(FactMistake.at(fact, index, Kind.TOO_PRECISE, "" + MOST_DECIMALS));
        }
        return amount.compareTo(largest) > 0
                ? List.of(FactMistake.at(fact, index, Kind.FACT_TOO_LARGE, largest.toPlainString()))
                : List.of();
    }
}
