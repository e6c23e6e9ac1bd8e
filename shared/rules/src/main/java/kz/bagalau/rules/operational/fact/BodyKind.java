package kz.bagalau.rules.operational.fact;

/// The kinds of state body that the Methodology distinguishes (¶28, ¶55, Appendix 16).
public enum BodyKind {
    /// A central state body (орталық мемлекеттік орган) with its departments.
    OMO,
    /// A local executive body (жергілікті атқарушы орган).
    ZHAO,
    /// A body that the operational assessment does not concern.
    OTHER;

    public boolean assessed() {
        return this != OTHER;
    }
}
