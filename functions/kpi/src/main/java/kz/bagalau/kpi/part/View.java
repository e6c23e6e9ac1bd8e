package kz.bagalau.kpi.part;

/// How much of a document somebody sees.
public enum View {
    /// It does not exist for them.
    NONE,
    /// Everything but what the Commission decided.
    WITHOUT_RESULT,
    ALL;

    public boolean some() {
        return this != NONE;
    }
}
