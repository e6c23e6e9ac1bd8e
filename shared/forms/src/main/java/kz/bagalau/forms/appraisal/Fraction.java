package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kz.bagalau.forms.printed.Written;

/// A score before it is rounded: 14.40 / 4. One that was given as a number has the divisor 1.
public record Fraction(BigDecimal dividend, BigDecimal divisor) {

    private static final int EXACT_PLACES = 10;
    private static final int SHOWN_PLACES = 6;

    public Fraction {
        if (divisor.signum() <= 0) {
            throw new IllegalArgumentException(dividend + " / " + divisor);
        }
    }

    public static Fraction of(BigDecimal number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    /// To ten decimals.
    BigDecimal decimal() {
        return dividend.divide(divisor, EXACT_PLACES, RoundingMode.HALF_UP);
    }

    /// `14,4 / 4`.
    String shown(Written written) {
        return written.exact(dividend) + " / " + written.exact(divisor);
    }

    /// `14,4 / 4 = 3,6`, `12,5 / 3 = 4,166666…`, or only `3,6` where nothing was divided.
    String working(Written written) {
        return divisor.compareTo(BigDecimal.ONE) == 0
                ? written.exact(dividend)
                : shown(written) + " = " + expansion(written);
    }

    private String expansion(Written written) {
        BigDecimal decimal = decimal();
        return decimal.multiply(divisor).compareTo(dividend) == 0
                ? written.exact(decimal)
                : written.exact(dividend.divide(divisor, SHOWN_PLACES, RoundingMode.DOWN)) + "…";
    }
}
