package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.Grade;

/// The appraisal of one employee for one quarter (No. 245 ¶4–17).
///
/// @param reference at the foot of every page
/// @param act the methodology with its number and day
/// @param from the first day of the period, its last day being `to`
/// @param withoutParticipation whether the employee left before the quarter's end (¶6)
/// @param assessor none while nobody is found
/// @param items of the form, without values until they are scored; none where nobody is assessed
/// @param result none until it is scored
/// @param comment of the assessor on the whole; empty for none
/// @param due the day until which it has to be scored (¶4)
/// @param history what changed the score afterwards, oldest first
public record AppraisalSheet(
        String reference,
        LocalText act,
        AssessmentForm form,
        LocalText body,
        Quarter quarter,
        LocalDate from,
        LocalDate to,
        Person employee,
        AppraisalState state,
        Eligibility eligibility,
        boolean withoutParticipation,
        Optional<Assessor> assessor,
        List<Item> items,
        Optional<Result> result,
        String comment,
        LocalDate due,
        List<Change> history) {

    public AppraisalSheet {
        items = List.copyOf(items);
        history = List.copyOf(history);
    }

    /// @param reason why the personnel service named the assessor; empty for none
    public record Assessor(String name, LocalText position, Basis basis, String reason) {}

    /// @param weight none where the items weigh the same
    public record Item(
            LocalText text,
            Optional<BigDecimal> weight,
            Optional<BigDecimal> value,
            String comment) {}

    /// @param late whether it was scored after the due day
    /// @param publishedOn when the employee received it (¶9)
    public record Result(
            Score score,
            String scoredBy,
            LocalDate scoredOn,
            boolean late,
            Optional<LocalDate> publishedOn) {}

    /// A session or an appeal that set the score anew, or left it.
    ///
    /// @param document the protocol or decision with its number
    public record Change(
            Kind kind,
            LocalDate on,
            BigDecimal before,
            BigDecimal after,
            Grade grade,
            String document) {

        public enum Kind {
            SESSION,
            APPEAL
        }
    }
}
