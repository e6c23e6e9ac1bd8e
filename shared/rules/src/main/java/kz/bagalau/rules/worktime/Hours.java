package kz.bagalau.rules.worktime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import kz.bagalau.rules.Decimals;

/// Man-hours beyond the norm, exact to the second.
///
/// @param weekday on working days, without what an act authorises (m, ¶40.1)
/// @param weekdayAuthorised on working days under an act of the employer
/// @param weekend on days off and holidays, without what an act authorises (p, ¶40.2)
/// @param weekendAuthorised on days off and holidays under an act of the employer
public record Hours(
        Duration weekday,
        Duration weekdayAuthorised,
        Duration weekend,
        Duration weekendAuthorised) {

    public static final Hours NONE =
            new Hours(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

    public static Hours of(Overtime.Day day) {
        return day.working()
                ? new Hours(day.counted(), day.authorised(), Duration.ZERO, Duration.ZERO)
                : new Hours(Duration.ZERO, Duration.ZERO, day.counted(), day.authorised());
    }

    public Hours plus(Hours other) {
        return new Hours(
                weekday.plus(other.weekday),
                weekdayAuthorised.plus(other.weekdayAuthorised),
                weekend.plus(other.weekend),
                weekendAuthorised.plus(other.weekendAuthorised));
    }

    /// A sum as decimal hours, at most 6 decimals, half up. Months are added before they are turned
    /// into decimals, so that a year's hours are rounded once.
    public static BigDecimal decimal(Duration sum) {
        return Decimals.points(Decimals.divide(BigDecimal.valueOf(sum.toSeconds()), SECONDS));
    }

    /// The sum that [#decimal] turned into these hours: 6 decimals distinguish every second. Throws
    /// [IllegalArgumentException] for hours that no whole number of seconds makes.
    public static Duration ofDecimal(BigDecimal hours) {
        Duration sum =
                Duration.ofSeconds(
                        hours.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact());
        if (decimal(sum).compareTo(hours) != 0) {
            throw new IllegalArgumentException("no whole seconds: " + hours);
        }
        return sum;
    }
}
