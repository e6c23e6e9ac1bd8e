package kz.bagalau.kpi.desk;

import kz.bagalau.cases.http.Warning;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// What plans, sheets and meetings answer besides.
public enum KpiWarning implements Warning {
    /// V-04: an indicator is due outside the period.
    DUE_OUTSIDE,
    /// ¶46, ¶52: the employee has not signed, which blocks nothing.
    NOT_SIGNED,
    /// ¶58: nobody had the casting vote at the meeting.
    CHAIR_ABSENT,
    /// ¶66, ¶67: the time for an appeal may end before the employee is informed.
    APPEAL_WINDOW;

    private static final Texts TEXTS = Texts.beside(KpiWarning.class, "warnings.properties");

    @Override
    public LocalText text() {
        return TEXTS.text(name());
    }
}
