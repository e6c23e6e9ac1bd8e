package kz.bagalau.kpi.part;

/// The part that somebody has in a case, as far as it decides what they see.
public enum Part {
    /// Whom it is about; whoever is this is nothing else in the case.
    EMPLOYEE,
    /// The direct manager, or who stands in for an absent one.
    DIRECT_MANAGER,
    /// The same of the higher manager.
    HIGHER_MANAGER,
    /// The body's personnel service.
    HR,
    /// The body's authorised person.
    HEAD,
    /// Chair, members and secretary of the commission on whose timetable the sheet stands, or which
    /// has decided on it.
    COMMISSION,
    /// The Agency or its territorial unit, to which an appeal is addressed.
    APPEAL_BODY
}
