package kz.bagalau.rules.flow;

/// Who does something in a flow, by the acts' own words. Who that is in a case is decided by the
/// case, not by a role of the login.
public enum Actor {
    /// A flow goes on by itself: a day has passed, or a file was checked.
    SYSTEM,
    /// The civil servant whom the document is about.
    EMPLOYEE,
    DIRECT_MANAGER,
    HIGHER_MANAGER,
    /// The first head of the state body.
    FIRST_HEAD,
    /// The personnel service.
    HR,
    /// The Assessment Commission, by its votes.
    COMMISSION,
    /// The authorised person of No. 02-17/15 and of order 120.
    AUTHORISED_PERSON,
    /// The authorised body for the civil service, or its territorial department.
    CIVIL_SERVICE_BODY,
    /// The assessing person of No. 245.
    ASSESSOR,
    /// The official with the right of appointment and dismissal.
    APPOINTING_OFFICIAL,
    MASLIKHAT,
    /// The members of a calibration session, by their votes.
    MEMBERS,
    /// The authorised body or its territorial subdivision that monitors (order 121).
    AUTHORITY,
    /// The authority that receives a body's quarterly report (order 121, ¶8).
    RECIPIENT,
    /// An official of the authority who visits.
    OFFICIAL,
    /// The state body that is monitored.
    STATE_BODY,
    /// The employer of order 120: the authorised person or the state body.
    EMPLOYER,
    /// Employer and employee, by agreement.
    BOTH_PARTIES,
    /// Another information system, in the name of a person.
    OTHER_SYSTEM
}
