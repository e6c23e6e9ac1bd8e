package kz.bagalau.kpi;

/// How much of a document somebody sees.
enum View {
    /// It does not exist for them.
    NONE,
    /// Everything but what the Commission decided.
    WITHOUT_RESULT,
    ALL;

    boolean some() {
        return this != NONE;
    }
}
