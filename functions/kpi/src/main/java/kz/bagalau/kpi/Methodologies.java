package kz.bagalau.kpi;

import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// Which act of the KPI procedure holds in a body.
interface Methodologies {

    /// Empty where none is in force on the day: only past cases can be entered.
    Optional<MethodologyRecord> inForce(String body, LocalDate day);
}
