package kz.bagalau.appraisal.part;

/// How much of an appraisal somebody sees.
public enum View {
    /// It does not exist for them.
    NONE,
    /// That it exists, and in which state it stands.
    STATE,
    ALL;

    public boolean some() {
        return this != NONE;
    }
}
