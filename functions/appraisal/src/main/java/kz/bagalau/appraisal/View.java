package kz.bagalau.appraisal;

/// How much of an appraisal somebody sees.
enum View {
    /// It does not exist for them.
    NONE,
    /// That it exists, and in which state it stands.
    STATE,
    ALL;

    boolean some() {
        return this != NONE;
    }
}
