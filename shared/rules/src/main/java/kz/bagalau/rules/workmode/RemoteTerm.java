package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.Optional;

/// The remote or combined work of one employee as it stands.
public record RemoteTerm(Term term, RemoteAct.Kind kind, Optional<RemoteDays> days) {

    // DOUBT: ¶3(1) speaks of alternating periods and ¶6 does not ask the act to name them, read as
    // a place that is open where it does not, because nobody is to be looked for at a site that no
    // act names.
    /// Where a working day is spent.
    ScheduleDay.Place place(LocalDate day) {
        return switch (kind) {
            case REMOTE -> ScheduleDay.Place.REMOTE;
            case COMBINED ->
                    days.map(remote ->
                                    remote.on(day)
                                            ? ScheduleDay.Place.REMOTE
                                            : ScheduleDay.Place.SITE)
                            .orElse(ScheduleDay.Place.EITHER);
        };
    }
}
