package kz.bagalau.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// How a value came about: a formula with its inputs, then what was done to its result, each with a
/// citation. It reads as one line, `5 × 18 / 24 = 3.75 − 1.5 (13 of 24 negative, ¶35) = 2.25`.
///
/// @param steps clamps and penalties in the order in which they are applied (spec G6: the maximum
///   first, then penalties, then the floor); one that changes nothing is kept here but not shown
public record Working(Term formula, Citation citation, List<Step> steps) {

    public Working {
        steps = List.copyOf(steps);
    }

    public static Working of(Term formula, Citation citation, Step... steps) {
        return new Working(formula, citation, List.of(steps));
    }

    /// The value after all steps, unrounded.
    public BigDecimal value() {
        BigDecimal value = formula.value();
        for (Step step : steps) {
            value = step.apply(value);
        }
        return value;
    }

    /// The whole arithmetic in one line for this reader; numbers have at most 6 decimals.
    public String line(Audience reader, Language language) {
        BigDecimal value = formula.value();
        StringBuilder line = new StringBuilder(formula.text());
        if (!line.toString().equals(Decimals.plain(value))) {
            line.append(" = ").append(Decimals.plain(value));
        }
        for (Step step : steps) {
            BigDecimal after = step.apply(value);
            if (after.compareTo(value) != 0 || step instanceof Band) {
                line.append(' ').append(step.text(reader, language));
                line.append(" = ").append(Decimals.plain(after));
            }
            value = after;
        }
        for (Step step : steps) {
            if (step instanceof Note note && reader.maySee(note.audience())) {
                line.append("; ").append(note.text(reader, language));
            }
        }
        return line.toString();
    }

    /// How the intermediate values in the line came about, outermost first and each once, with
    /// their symbols: `i1 = (1 × 1 + 2 × 1 + 3 × 3 + 4 × 5) / (4 × 10) = 0.8`.
    public List<String> where(Audience reader, Language language) {
        return intermediates().stream()
                .map(value -> value.symbol() + " = " + value.working().line(reader, language))
                .distinct()
                .toList();
    }

    /// The intermediate values below this one, outermost first, each with its symbol.
    public List<Term.Intermediate> intermediates() {
        List<Term.Intermediate> found = new ArrayList<>();
        collect(formula, found);
        return found;
    }

    private static void collect(Term term, List<Term.Intermediate> found) {
        switch (term) {
            case Term.Intermediate intermediate -> {
                found.add(intermediate);
                collect(intermediate.working().formula(), found);
            }
            case Term.Sum(var terms) -> terms.forEach(t -> collect(t, found));
            case Term.Product(var factors) -> factors.forEach(t -> collect(t, found));
            case Term.Difference(var minuend, var subtrahend) -> {
                collect(minuend, found);
                collect(subtrahend, found);
            }
            case Term.Quotient(var dividend, var divisor) -> {
                collect(dividend, found);
                collect(divisor, found);
            }
            case Term.Number _, Term.Parameter _, Term.Input _ -> {}
        }
    }

    /// Something done to a value after its formula.
    public sealed interface Step {
        BigDecimal apply(BigDecimal value);

        Citation citation();

        String text(Audience reader, Language language);
    }

    /// The stated highest value.
    public record Ceiling(BigDecimal maximum, Citation citation) implements Step {
        @Override
        public BigDecimal apply(BigDecimal value) {
            return value.min(maximum);
        }

        @Override
        public String text(Audience reader, Language language) {
            return "→ "
                    + WorkingWord.AT_MOST.text().in(language).formatted(Decimals.plain(maximum))
                    + " ("
                    + citation.paragraph()
                    + ")";
        }
    }

    /// The lowest value.
    public record Floor(BigDecimal minimum, Citation citation) implements Step {
        @Override
        public BigDecimal apply(BigDecimal value) {
            return value.max(minimum);
        }

        @Override
        public String text(Audience reader, Language language) {
            return "→ "
                    + WorkingWord.AT_LEAST.text().in(language).formatted(Decimals.plain(minimum))
                    + " ("
                    + citation.paragraph()
                    + ")";
        }
    }

    /// The points that a table of the act gives for the value before it.
    ///
    /// @param row the table's row, e.g. "from 5 % to 10 %"
    public record Band(BigDecimal points, LocalText row, Citation citation) implements Step {
        @Override
        public BigDecimal apply(BigDecimal value) {
            return points;
        }

        @Override
        public String text(Audience reader, Language language) {
            return "→ " + row.in(language) + " (" + citation.paragraph() + ")";
        }
    }

    /// Something a reader has to know that changes no value: a default that was taken, a reading, a
    /// warning. It stands behind the arithmetic.
    public record Note(LocalText remark, Audience audience, Citation citation) implements Step {
        @Override
        public BigDecimal apply(BigDecimal value) {
            return value;
        }

        @Override
        public String text(Audience reader, Language language) {
            return remark.in(language) + " (" + citation.paragraph() + ")";
        }
    }

    /// Penalty points. Where the reason is the Agency's only, a body reads that the penalty applies
    /// and what it costs.
    public record Penalty(BigDecimal points, LocalText reason, Audience audience, Citation citation)
            implements Step {
        @Override
        public BigDecimal apply(BigDecimal value) {
            return value.subtract(points, Decimals.INSIDE);
        }

        @Override
        public String text(Audience reader, Language language) {
            String why =
                    reader.maySee(audience)
                            ? reason.in(language) + ", " + citation.paragraph()
                            : citation.paragraph()
                                    + ": "
                                    + WorkingWord.PENALTY_APPLIES.text().in(language);
            return "− " + Decimals.plain(points) + " (" + why + ")";
        }
    }
}
