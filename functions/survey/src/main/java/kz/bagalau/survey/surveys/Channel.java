package kz.bagalau.survey.surveys;

/// By which right a ballot was cast. Each group has one signing key a channel, so a ballot's
/// signature shows its channel and nothing more.
public enum Channel {
    /// By somebody who logs in and is in the register under a `sub`.
    LOGIN,
    /// By whoever holds a slip. Whoever makes slips could have voted them, so such a ballot never
    /// counts towards a minimum.
    SLIP
}
