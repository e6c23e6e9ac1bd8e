package kz.bagalau.survey.surveys;

import java.math.BigDecimal;
import java.util.Optional;

/// The share of a group's headcount that must have been enrolled before anything of the group is
/// published: from one half to all, two thirds unless the opening order names another. It keeps
/// whoever enrols from choosing a handful of people and one more.
///
/// @param value as the order gives it, at most four decimals, without trailing zeros
public record EnrolledShare(BigDecimal value) {

    private static final int DECIMALS = 4;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// How two thirds are written with two decimals.
    // DOUBT: two thirds have no decimal of their own, read as exactly two thirds where an order
    // says
    // 0.67, because the rule is "at least two thirds"; every other value is taken as it stands.
    private static final BigDecimal TWO_THIRDS = new BigDecimal("0.67");

    public static final EnrolledShare DEFAULT = new EnrolledShare(TWO_THIRDS);

    /// Of surveys that were opened before there was such a rule: any share is enough.
    public static final EnrolledShare NONE = new EnrolledShare(BigDecimal.ZERO);

    public EnrolledShare {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /// A share that somebody asks for; empty where it is none from one half to all.
    public static Optional<EnrolledShare> asked(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return value.scale() <= DECIMALS
                            && value.scale() >= 0
                            && value.compareTo(HALF) >= 0
                            && value.compareTo(BigDecimal.ONE) <= 0
                    ? Optional.of(new EnrolledShare(value))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Whether so many of `headcount` people are enough; compared by multiplication, so that
    /// nothing is rounded.
    public boolean reachedBy(int people, int headcount) {
        return value.compareTo(TWO_THIRDS) == 0
                ? 3L * people >= 2L * headcount
                : BigDecimal.valueOf(people)
                                .compareTo(value.multiply(BigDecimal.valueOf(headcount)))
                        >= 0;
    }

    /// As it is shown and stored, `0.67`; what the fingerprint holds.
    public String text() {
        return value.toPlainString();
    }

    /// Reads what [#text] wrote.
    public static EnrolledShare decoded(String text) {
        return new EnrolledShare(new BigDecimal(text));
    }
}
