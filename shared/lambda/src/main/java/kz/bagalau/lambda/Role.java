package kz.bagalau.lambda;

import java.util.Locale;
import java.util.Optional;

/// The roles of the claim `roles`.
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

    /// The role of this name in a claim; empty for a name that is none of ours.
    static Optional<Role> named(String claim) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
