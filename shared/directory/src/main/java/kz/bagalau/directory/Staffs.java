package kz.bagalau.directory;

import java.util.List;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.staff.Substitution;

/// The units and people of state bodies.
public interface Staffs {

    /// A body's staff as it is now recorded, never half of a change; empty where nothing is.
    StaffRecords of(String body);

    /// The orders of substitution of a body alone: a small part of what is recorded of it.
    default List<Substitution> substitutions(String body) {
        return of(body).staff().substitutions();
    }

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
