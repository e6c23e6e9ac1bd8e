package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import kz.bagalau.rules.appraisal.AppraisalSetting.Rounding;
import kz.bagalau.rules.appraisal.Grade;

/// A score with its arithmetic. The rules have computed it; a rounded number that is not that of
/// the fraction is a fault of the caller and throws, since nobody may sign it.
///
/// @param rounded two decimals
public record Score(Fraction exact, BigDecimal rounded, Rounding rounding, Grade grade) {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal HALF_OF_IT = new BigDecimal("0.005");

    public Score {
        // How far the rounded number lies above the exact one, times the divisor.
        BigDecimal above = rounded.multiply(exact.divisor()).subtract(exact.dividend());
        BigDecimal hundredth = HUNDREDTH.multiply(exact.divisor());
        BigDecimal half = HALF_OF_IT.multiply(exact.divisor());
        boolean right =
                switch (rounding) {
                    case HALF_UP_2 ->
                            above.compareTo(half) <= 0 && above.compareTo(half.negate()) > 0;
                    case TRUNC_2 -> above.signum() <= 0 && above.compareTo(hundredth.negate()) > 0;
                    case RAW_HALF_OPEN -> above.abs().compareTo(hundredth) < 0;
                };
        if (!right) {
            throw new IllegalArgumentException(rounded + " is not " + exact + " rounded");
        }
    }
}
