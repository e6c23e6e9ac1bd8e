package kz.bagalau.rules.worktime;

/// The part of a state body in which somebody works.
public enum Scope {
    CENTRAL,
    DEPARTMENT_CENTRAL,
    AKIM,
    OTHER;

    /// Whether their hours count: central bodies with the central apparatuses of their departments,
    /// and akims' apparatuses (¶40.1, n).
    // DOUBT: ¶40.2 does not repeat whose hours count (C-14), read as the same people, because the
    // same n divides them.
    public boolean counts() {
        return this != OTHER;
    }
}
