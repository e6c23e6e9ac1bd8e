package kz.bagalau.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Exact decimal arithmetic: 34 digits inside, points rounded once at the end. There is no binary
/// floating point anywhere in a score.
public final class Decimals {

    /// Precision of intermediate values.
    public static final MathContext INSIDE = MathContext.DECIMAL128;

    private static final int POINT_PLACES = 6;
    private static final int SHOWN_PLACES = 2;

    // A sum of thirds such as 1/3 + 1/3 + 1/3 ends in …999 at the 34th place and could fall on the
    // wrong side of a tie. Rounding away the places that division blurs brings it back first.
    private static final int CERTAIN_PLACES = 28;

    private Decimals() {}

    public static BigDecimal of(String decimal) {
        return new BigDecimal(decimal);
    }

    /// The quotient to 34 digits; throws [ArithmeticException] where the divisor is zero.
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, INSIDE);
    }

    /// The value without the last places that a division blurs, for comparing it with a threshold:
    /// a share that is exactly 10 % stays exactly 10 %.
    public static BigDecimal certain(BigDecimal value) {
        return value.setScale(CERTAIN_PLACES, RoundingMode.HALF_EVEN);
    }

    /// A final value: at most 6 decimals, half up.
    public static BigDecimal points(BigDecimal value) {
        return rounded(value, POINT_PLACES);
    }

    /// The canonical text of a final value for JSON: at most 6 decimals, no exponent, no trailing
    /// zeros: `3.75`, `5`, `0`.
    public static String plain(BigDecimal value) {
        return points(value).stripTrailingZeros().toPlainString();
    }

    /// The text that people see in tables: always 2 decimals, half up (the only hint in the acts is
    /// ¶45 with its 79.99 %).
    public static String shown(BigDecimal value) {
        return rounded(value, SHOWN_PLACES).toPlainString();
    }

    private static BigDecimal rounded(BigDecimal value, int places) {
        return certain(value).setScale(places, RoundingMode.HALF_UP);
    }
}
