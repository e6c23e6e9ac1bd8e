package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.Optional;

/// That a methodology holds in a body, by which act and on which days.
///
/// @param from the first day
/// @param until as the act names it; whether that day still belongs to it says the setting
///   `valid_to_inclusive` (G-02). Empty where no end is known
public record MethodologyRecord(
        EmployeeMethodology methodology,
        Act act,
        LocalDate from,
        Optional<LocalDate> until,
        EmployeeSettings settings) {

    /// The act of the body or of its superior.
    ///
    /// @param kind such as "постановление акимата"
    /// @param publishedOn the day of its first official publication, where it is known
    public record Act(String kind, String number, LocalDate date, Optional<LocalDate> publishedOn) {

        public Act {
            if (kind.isBlank() || number.isBlank()) {
                throw new IllegalArgumentException("an act has a kind and a number");
            }
        }
    }

    public MethodologyRecord {
        if (until.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException(until.get() + " is before " + from);
        }
        settings.chosen()
                .forEach((id, chosen) -> {
                    if (methodology
                            .setting(id)
                            .filter(setting -> setting.accepts(chosen.value()))
                            .isEmpty()) {
                        throw new IllegalArgumentException(id + " has no value " + chosen.value());
                    }
                });
    }

    /// Whether it holds on a day.
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && lastDay().filter(day::isAfter).isEmpty();
    }

    /// The last day on which it holds.
    public Optional<LocalDate> lastDay() {
        return settings.is(AppraisalSetting.VALID_TO_INCLUSIVE)
                ? until
                : until.map(day -> day.minusDays(1));
    }
}
