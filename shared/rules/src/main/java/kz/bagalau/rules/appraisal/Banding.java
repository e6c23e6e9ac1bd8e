package kz.bagalau.rules.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A score as it is stored and printed, and its grade: No. 245, ¶7.
///
/// @param exact the unrounded number
/// @param score two decimals
public record Banding(Fraction exact, BigDecimal score, Grade grade) {

    public static final BigDecimal LEAST = BigDecimal.ZERO;
    public static final BigDecimal MOST = BigDecimal.valueOf(5);

    private static final int PLACES = 2;

    /// Throws [IllegalArgumentException] for a number outside 0…5.
    // DOUBT: under RAW_HALF_OPEN the printed number is not said; read as cut off, because a 3.996
    // that is PROPER and printed as 4.00 would contradict its own band.
    public static Banding of(Fraction exact, AppraisalSetting.Rounding rounding) {
        if (exact.compareTo(Fraction.of(LEAST)) < 0 || exact.compareTo(Fraction.of(MOST)) > 0) {
            throw new IllegalArgumentException(exact + " is not within 0…5");
        }
        BigDecimal score =
                exact.rounded(
                        PLACES,
                        switch (rounding) {
                            case HALF_UP_2 -> RoundingMode.HALF_UP;
                            case TRUNC_2, RAW_HALF_OPEN -> RoundingMode.DOWN;
                        });
        return new Banding(exact, score, grade(score));
    }

    public static Banding of(BigDecimal score, AppraisalSetting.Rounding rounding) {
        return of(Fraction.of(score), rounding);
    }

    // The bands begin at whole numbers: a number that is cut off stays in the band of the raw one.
    private static Grade grade(BigDecimal score) {
        return switch (score.intValue()) {
            case 0, 1 -> Grade.UNSATISFACTORY;
            case 2 -> Grade.SATISFACTORY;
            case 3 -> Grade.PROPER;
            default -> Grade.EFFECTIVE;
        };
    }
}
