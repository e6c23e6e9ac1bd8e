package kz.bagalau.lambda;

import java.util.Locale;
import java.util.Optional;

/// The roles of the claim `roles`, each as a prefix and [#claimName].
public enum Role {
    /// The Agency's analysts: personnel direction, surveys, runs.
    AGENCY,
    /// The body for informatization: IT facts and manual points, IT conclusions.
    DIGITAL,
    /// The Agency's territorial units.
    TERRITORIAL,
    /// Officials who visit.
    MONITOR,
    /// A body's personnel service.
    HR,
    /// Line managers who assess employees.
    ASSESSOR,
    /// The appointing or authorised official.
    HEAD,
    /// A member of an assessment commission.
    COMMISSION,
    /// A civil servant.
    EMPLOYEE,
    /// E-qyzmet and other systems.
    SERVICE;

    /// The name that stands behind the prefix, such as `hr`.
    public String claimName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of this name in a claim; empty for a name that is none of ours.
    static Optional<Role> named(String name) {
        for (Role role : values()) {
            if (role.claimName().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
