package kz.bagalau.appraisal;

import java.time.LocalDate;
import kz.bagalau.rules.monitoring.Quarter;

/// Which quarter is meant where none is named.
final class Quarters {

    private Quarters() {}

    /// The one that ended last.
    static Quarter ended(LocalDate today) {
        return Quarter.of(Quarter.of(today).first().minusDays(1));
    }
}
