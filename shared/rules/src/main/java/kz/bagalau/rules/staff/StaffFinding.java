package kz.bagalau.rules.staff;

/// Something wrong in a staff, at its place.
///
/// @param code which a route answers with
/// @param in the kind of record
/// @param id of the record
/// @param pointer into the record as the routes write it: `/appointments/0/manager`
/// @param value what stands there, for the message; empty where it is about the whole entry
public record StaffFinding(Code code, In in, String id, String pointer, String value) {

    public enum Code {
        /// Two appointments, absences, secondments or substitutions at the same time.
        OVERLAP,
        UNKNOWN_UNIT,
        UNKNOWN_PERSON,
        /// Somebody is above themselves.
        MANAGER_CYCLE,
        /// A unit is above itself.
        UNIT_CYCLE,
        /// An absence or a secondment on days without an appointment.
        OUTSIDE_APPOINTMENT,
        /// Somebody stands in for themselves.
        SELF
    }

    public enum In {
        UNIT,
        EMPLOYEE,
        /// The place that this body has entered for who is seconded in.
        SECONDED,
        SUBSTITUTION,
        APPARATUS_DECISION
    }
}
