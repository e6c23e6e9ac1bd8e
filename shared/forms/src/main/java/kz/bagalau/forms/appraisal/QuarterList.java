package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.Grade;

/// The appraisals of a body for one quarter.
///
/// @param asOf the day on which it stood so
public record QuarterList(
        LocalText act, LocalText body, Quarter quarter, LocalDate asOf, List<Row> rows) {

    public QuarterList {
        rows = List.copyOf(rows);
    }

    /// @param assessor empty while nobody is found
    /// @param score none until it is scored, and where nobody is assessed
    /// @param late whether it was, or still is, not scored on the due day
    public record Row(
            Person employee,
            String assessor,
            AppraisalState state,
            Optional<BigDecimal> score,
            Optional<Grade> grade,
            LocalDate due,
            boolean late,
            AppraisalForm.Status form) {}
}
