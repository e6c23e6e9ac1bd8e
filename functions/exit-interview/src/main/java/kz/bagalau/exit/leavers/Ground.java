package kz.bagalau.exit.leavers;

/// Why a civil servant's service ends, as far as it decides whether there is an interview. Rule 7
/// of Appendix 12 says on which grounds the form is not filled in.
public enum Ground {
    OWN_WILL(Rule7.INTERVIEWED),
    TRANSFER(Rule7.INTERVIEWED),
    /// Left for negative reasons, that is through their own fault.
    DISCIPLINE(Rule7.EXEMPT),
    ASSESSMENT(Rule7.EXEMPT),
    PROBATION(Rule7.EXEMPT),
    ATTESTATION(Rule7.EXEMPT),
    /// Reached pension age.
    RETIREMENT(Rule7.EXEMPT),
    /// Called up for fixed-term military service; a contract is of one's own will (C-30).
    CONSCRIPTION(Rule7.EXEMPT),
    /// The main employee came back.
    SUBSTITUTE_RETURN(Rule7.EXEMPT),
    /// Moved inside the body, between its central apparatus, its departments and their territorial
    /// units.
    // DOUBT: rule 7 lists such moves among those who do not fill the form in; nobody left the
    // body's
    // system, so they are read as not dismissed at all, and not as dismissed and exempt.
    MOVE_WITHIN(Rule7.NOT_DISMISSED),
    LIQUIDATION(Rule7.EXEMPT),
    REORGANISATION(Rule7.EXEMPT),
    // DOUBT: a ground that rule 7 does not name is not exempt, whatever it is.
    OTHER(Rule7.INTERVIEWED);

    /// What rule 7 makes of a ground.
    public enum Rule7 {
        INTERVIEWED,
        /// Counted as dismissed, never interviewed (C-03).
        EXEMPT,
        /// Recorded only.
        NOT_DISMISSED
    }

    private final Rule7 rule7;

    Ground(Rule7 rule7) {
        this.rule7 = rule7;
    }

    public Rule7 rule7() {
        return rule7;
    }
}
