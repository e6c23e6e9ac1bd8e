package kz.bagalau.directory;

import kz.bagalau.lambda.Caller;

/// The units and people of state bodies.
public interface Staffs {

    /// A body's staff as it is now recorded, never half of a change; empty where nothing is.
    StaffRecords of(String body);

    /// What became of a change.
    enum Written {
        STORED,
        /// Somebody else has changed the staff since it was read.
        OVERTAKEN,
        /// The people's records would be longer than one change can write.
        TOO_LARGE,
        /// The change concerns people who are sent to more bodies than one change can reach.
        TOO_WIDE
    }

    /// Enters a change with its audit entries, whole or not at all. Every earlier edition of a
    /// record is kept.
    ///
    /// @param seen what was read, and the change was checked against
    Written put(StaffRecords seen, StaffChange change, Caller by);
}
