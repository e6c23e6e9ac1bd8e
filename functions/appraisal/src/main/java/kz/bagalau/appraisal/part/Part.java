package kz.bagalau.appraisal.part;

/// The part that somebody has in an appraisal, as far as it decides what they see.
public enum Part {
    /// Whom it is about; whoever is this is nothing else in the case, whatever other roles they
    /// have.
    EMPLOYEE,
    /// The assessor of record, or who stands in for an absent one.
    ASSESSOR,
    /// A member of the calibration session, as it was last approved.
    MEMBER,
    /// The body's personnel service.
    HR,
    /// The body's appointing official.
    HEAD
}
