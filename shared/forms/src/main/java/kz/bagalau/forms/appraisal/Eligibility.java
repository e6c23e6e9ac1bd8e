package kz.bagalau.forms.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.Eligibility.Verdict;

/// Whether somebody is assessed in a quarter (¶5), with the count behind it.
///
/// @param workedDays the working days of the stretches without the absences that do not count as
///   work; another number throws
/// @param least how many are needed
/// @param decided the reason of the personnel service where it decided otherwise
public record Eligibility(
        Verdict verdict,
        List<Stretch> stretches,
        List<Absence> absences,
        int workedDays,
        int least,
        Optional<String> decided) {

    public Eligibility {
        stretches = List.copyOf(stretches);
        absences = List.copyOf(absences);
        if (inStretches(stretches) - absent(absences) != workedDays) {
            throw new IllegalArgumentException(
                    workedDays + " are not the days of " + stretches + " without " + absences);
        }
    }

    /// Working days in the post.
    int inStretches() {
        return inStretches(stretches);
    }

    /// Working days of absences that do not count as work.
    int absent() {
        return absent(absences);
    }

    private static int inStretches(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::workingDays).sum();
    }

    private static int absent(List<Absence> absences) {
        return absences.stream()
                .filter(absence -> !absence.worked())
                .mapToInt(Absence::workingDays)
                .sum();
    }

    /// Days in the post without a break.
    ///
    /// @param monthEnds the last day of one month from its first day
    public record Stretch(LocalDate from, LocalDate to, LocalDate monthEnds, int workingDays) {

        boolean reachesAMonth() {
            return !to.isBefore(monthEnds);
        }
    }

    /// @param workingDays of the absence inside the stretches
    /// @param worked whether it counts as work, as a business trip may
    public record Absence(
            LocalText kind, LocalDate from, LocalDate to, int workingDays, boolean worked) {}
}
