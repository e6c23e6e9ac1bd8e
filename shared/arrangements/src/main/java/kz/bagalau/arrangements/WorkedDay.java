package kz.bagalau.arrangements;

import kz.bagalau.rules.workmode.TimeRecord;

/// What an employee worked on one day, as somebody recorded it (No. 120, ¶9, ¶20).
///
/// @param by the claim `sub` of who entered it
public record WorkedDay(TimeRecord record, Source source, String by) {

    /// Where it comes from.
    public enum Source {
        /// The employee's own word.
        SELF,
        /// That of who controls the employee.
        MANAGER,
        /// The access control system.
        ACS
    }
}
