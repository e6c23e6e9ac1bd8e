package kz.bagalau.reminders;

import java.time.LocalDate;
import java.util.Optional;

/// Up to which day each body's reminders are all stored, so that a day on which nothing ran is made
/// up for.
public interface RemindedDays {

    /// The last day of which all are stored; empty where there was none yet.
    Optional<LocalDate> last(String body);

    /// All of this day are stored. A later day that stands already stays.
    void done(String body, LocalDate day);
}
