package kz.bagalau.forms.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// The yearly scores of a body (No. 245 ¶4).
///
/// @param asOf the day on which it stood so
public record YearlyList(LocalText act, LocalText body, int year, LocalDate asOf, List<Row> rows) {

    public YearlyList {
        rows = List.copyOf(rows);
    }

    /// @param quarters the four of the year, in their order
    /// @param mean none where no quarter was assessed
    /// @param formedOn none while the score is collected
    /// @param revision 0 while the score is collected
    /// @param form a placeholder where one of the quarters was scored on one
    public record Row(
            Person employee,
            List<Part> quarters,
            Optional<Score> mean,
            State state,
            Optional<LocalDate> formedOn,
            int revision,
            AppraisalForm.Status form) {

        public Row {
            quarters = List.copyOf(quarters);
            if (quarters.size() != 4) {
                throw new IllegalArgumentException("a year has four quarters: " + quarters);
            }
        }

        /// Whether a quarter is missing, disputed or has several scores.
        boolean provisional() {
            return quarters.stream().anyMatch(part -> part.open().isPresent());
        }
    }

    public enum State {
        COLLECTING,
        FORMED,
        REFORMED
    }

    /// What a quarter gives to the year.
    ///
    /// @param score none where it gives nothing
    /// @param open why the quarter is not settled; none where it is, as also where nobody was
    ///   assessed
    /// @param note such as the document of a score under another act; empty for none
    public record Part(Optional<Fraction> score, Optional<Open> open, String note) {}

    public enum Open {
        NO_SCORE,
        WINDOW_OPEN,
        CALIBRATION,
        UNDER_APPEAL,
        MULTI_CASE
    }
}
