package kz.bagalau.rules.kpi;

import kz.bagalau.rules.appraisal.Grade;

/// The grade by the number of KPI achieved: No. 02-17/15, ¶49.
public final class KpiGrade {

    private KpiGrade() {}

    /// @param achieved of the five, each of them fully: one that is achieved in part is not (¶49)
    public static Grade of(int achieved) {
        return switch (achieved) {
            case 5 -> Grade.EFFECTIVE;
            case 4 -> Grade.PROPER;
            case 3 -> Grade.SATISFACTORY;
            case 0, 1, 2 -> Grade.UNSATISFACTORY;
            default -> throw new IllegalArgumentException(achieved + " of five KPI");
        };
    }
}
