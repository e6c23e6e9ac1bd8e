package kz.bagalau.rules;

import java.util.Locale;

/// What a number of the law counts.
public enum ParameterUnit {
    /// Points of an indicator, a criterion or a direction.
    POINTS,
    /// A part of a whole, from 0 to 1.
    SHARE,
    PERCENT,
    /// Hours of one servant.
    HOURS,
    WORKING_DAYS,
    /// The number of a statement of Appendix 9.
    STATEMENT,
    /// The scores of the Reference standard of smart cities.
    SECTOR_SCORE,
    /// A factor without a unit.
    FACTOR;

    /// The name in tables: `working-days`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
