package kz.bagalau.reminders;

import java.time.LocalDate;
import java.util.List;

/// The bodies whose reminders of a day are still to be stored.
public interface RemindingWork {

    /// Asks for the reminders of these bodies; throws where that cannot be handed over.
    void ask(LocalDate day, List<String> bodies);
}
