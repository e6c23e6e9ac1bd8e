package kz.bagalau.rules;

/// Who reads a working. Some inputs are the Agency's only (who gave which reason for leaving): the
/// assessed body sees their effect and nothing that leads back to them.
public enum Audience {
    BODY,
    AGENCY;

    boolean maySee(Audience audience) {
        return this == AGENCY || audience == BODY;
    }
}
