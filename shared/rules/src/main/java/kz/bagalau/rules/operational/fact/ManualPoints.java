package kz.bagalau.rules.operational.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Points entered by an analyst for an indicator whose formula is not in the source (spec §7).
///
/// @param basis on what they rest, in words
/// @param document the upload that proves it; null in a trial that stores nothing
public record ManualPoints(BigDecimal points, String basis, @Nullable String document) {

    public ManualPoints {
        if (basis.isBlank()) {
            throw new IllegalArgumentException("points entered by hand need a basis");
        }
        if (points.signum() < 0) {
            throw new IllegalArgumentException("points below zero: " + points);
        }
    }
}
