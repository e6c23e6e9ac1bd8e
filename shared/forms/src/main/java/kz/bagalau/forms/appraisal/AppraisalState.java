package kz.bagalau.forms.appraisal;

/// Where an appraisal stands.
public enum AppraisalState {
    CHECKING,
    NOT_ASSESSED,
    WITH_ASSESSOR,
    SCORED,
    PUBLISHED,
    CAL_REQUESTED,
    CAL_ORDERED,
    CAL_HELD,
    CAL_DECIDED,
    FINAL,
    UNDER_APPEAL
}
