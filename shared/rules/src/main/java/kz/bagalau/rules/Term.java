package kz.bagalau.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A piece of arithmetic that remembers how it was made: numbers at its leaves, operations above.
public sealed interface Term {

    BigDecimal value();

    /// How it reads with numbers put in, e.g. `5 × (0.8 + 0.7) / 2`.
    String text();

    /// A plain number of the formula itself, such as the 4 in "divided by 4".
    static Term number(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    static Term sum(List<? extends Term> terms) {
        return new Sum(List.copyOf(terms));
    }

    static Term product(Term... factors) {
        return new Product(Arrays.asList(factors));
    }

    default Term minus(Term subtrahend) {
        return new Difference(this, subtrahend);
    }

    /// Throws [ArithmeticException] where the divisor is zero: whether a zero has a rule is asked
    /// before.
    default Term over(Term divisor) {
        return new Quotient(this, divisor);
    }

    record Number(BigDecimal value) implements Term {
        @Override
        public String text() {
            return Decimals.plain(value);
        }
    }

    /// A dated parameter of the law, e.g. the coefficient `k`.
    record Parameter(String symbol, BigDecimal value, Citation citation) implements Term {
        @Override
        public String text() {
            return Decimals.plain(value);
        }
    }

    /// A number taken from a fact.
    record Input(String fact, BigDecimal value, Provenance source) implements Term {
        @Override
        public String text() {
            return Decimals.plain(value);
        }
    }

    /// A value with a working of its own, e.g. an index `i1`; it reads as its value.
    record Intermediate(String symbol, Working working) implements Term {
        @Override
        public BigDecimal value() {
            return working.value();
        }

        @Override
        public String text() {
            return Decimals.plain(value());
        }
    }

    record Sum(List<Term> terms) implements Term {

        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public BigDecimal value() {
            return terms.stream()
                    .map(Term::value)
                    .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, Decimals.INSIDE));
        }

        @Override
        public String text() {
            return terms.stream().map(Term::text).collect(Collectors.joining(" + "));
        }
    }

    record Difference(Term minuend, Term subtrahend) implements Term {
        @Override
        public BigDecimal value() {
            return minuend.value().subtract(subtrahend.value(), Decimals.INSIDE);
        }

        @Override
        public String text() {
            return minuend.text() + " − " + inBrackets(subtrahend, isAdditive(subtrahend));
        }
    }

    record Product(List<Term> factors) implements Term {

        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public BigDecimal value() {
            return factors.stream()
                    .map(Term::value)
                    .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, Decimals.INSIDE));
        }

        @Override
        public String text() {
            return factors.stream()
                    .map(f -> inBrackets(f, isAdditive(f) || f instanceof Quotient))
                    .collect(Collectors.joining(" × "));
        }
    }

    record Quotient(Term dividend, Term divisor) implements Term {
        @Override
        public BigDecimal value() {
            return Decimals.divide(dividend.value(), divisor.value());
        }

        @Override
        public String text() {
            boolean compound =
                    isAdditive(divisor)
                            || divisor instanceof Product
                            || divisor instanceof Quotient;
            return inBrackets(dividend, isAdditive(dividend))
                    + " / "
                    + inBrackets(divisor, compound);
        }
    }

    private static boolean isAdditive(Term term) {
        return term instanceof Difference || (term instanceof Sum(var terms) && terms.size() > 1);
    }

    private static String inBrackets(Term term, boolean bracketed) {
        return bracketed ? "(" + term.text() + ")" : term.text();
    }
}
