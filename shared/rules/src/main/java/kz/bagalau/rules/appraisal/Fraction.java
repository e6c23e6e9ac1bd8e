package kz.bagalau.rules.appraisal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/// An exact number: a mean of thirds stays what it is until it is rounded, once.
///
/// @param over positive; the two have no common divisor
public record Fraction(BigInteger number, BigInteger over) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(BigDecimal.ZERO);

    /// Throws [ArithmeticException] for a denominator of zero.
    public Fraction {
        if (over.signum() == 0) {
            throw new ArithmeticException("a fraction over zero");
        }
        BigInteger divisor = number.gcd(over);
        BigInteger sign = BigInteger.valueOf(over.signum());
        number = number.divide(divisor).multiply(sign);
        over = over.divide(divisor).multiply(sign);
    }

    public static Fraction of(BigDecimal decimal) {
        BigDecimal whole = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Fraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }

    /// The arithmetic mean. Throws [ArithmeticException] for no values.
    public static Fraction mean(List<Fraction> values) {
        return values.stream()
                .reduce(ZERO, Fraction::plus)
                .over(of(BigDecimal.valueOf(values.size())));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                number.multiply(other.over).add(other.number.multiply(over)),
                over.multiply(other.over));
    }

    public Fraction times(Fraction other) {
        return new Fraction(number.multiply(other.number), over.multiply(other.over));
    }

    /// Throws [ArithmeticException] for a divisor of zero.
    public Fraction over(Fraction divisor) {
        return new Fraction(number.multiply(divisor.over), over.multiply(divisor.number));
    }

    public BigDecimal rounded(int places, RoundingMode mode) {
        return new BigDecimal(number).divide(new BigDecimal(over), places, mode);
    }

    @Override
    public int compareTo(Fraction other) {
        return number.multiply(other.over).compareTo(other.number.multiply(over));
    }

    /// `23/6`, or `4` for a whole number.
    @Override
    public String toString() {
        return over.equals(BigInteger.ONE) ? number.toString() : number + "/" + over;
    }
}
