package kz.bagalau.kpi.desk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// Which act of the KPI procedure holds in a body.
public interface Methodologies {

    /// Empty where none is in force on the day: only past cases can be entered.
    Optional<MethodologyRecord> inForce(String body, LocalDate day);

    /// The same for one request: what holds in a body on a day is read once.
    default Methodologies once() {
        record Asked(String body, LocalDate day) {}
        Map<Asked, Optional<MethodologyRecord>> read = new ConcurrentHashMap<>();
        return (body, day) -> read.computeIfAbsent(new Asked(body, day), _ -> inForce(body, day));
    }
}
