package kz.bagalau.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who calls, from the claims that the JWT authorizer has checked.
///
/// @param subject the claim `sub`
/// @param roles the roles we know; others are ignored
/// @param body the claim `body`, the caller's state body; empty where the claim is no id
/// @param territory the claim `territory`, the caller's territorial unit of the Agency; empty where
///   the claim is no id
public record Caller(
        String subject, Set<Role> roles, Optional<String> body, Optional<String> territory) {

    /// Nobody: an event without claims. It has no role, so that every check refuses it.
    private static final Caller NOBODY = new Caller("", Set.of(), Optional.empty());

    /// A caller who belongs to no territorial unit.
    public Caller(String subject, Set<Role> roles, Optional<String> body) {
        this(subject, roles, body, Optional.empty());
    }

    /// The environment variable with what stands before the name of each role in the claim `roles`.
    public static final String ROLE_PREFIX = "ROLE_PREFIX";

    /// Reads the claims of a checked token as API Gateway hands them over: texts, with an array as
    /// `[a b]`; none are nobody's. Roles have the prefix of the environment variable
    /// [#ROLE_PREFIX].
    static Caller of(Map<String, String> claims) {
        return claims.isEmpty() ? NOBODY : of(claims, Runtime.current().env(ROLE_PREFIX));
    }

    /// Throws [IllegalArgumentException] where the prefix is blank.
    static Caller of(Map<String, String> claims, String rolePrefix) {
        if (rolePrefix.isBlank()) {
            throw new IllegalArgumentException(ROLE_PREFIX + " is blank");
        }
        String subject = claims.getOrDefault("sub", "");
        if (subject.isBlank()) {
            return NOBODY;
        }
        return new Caller(
                subject,
                RolesClaim.read(claims.getOrDefault("roles", ""), rolePrefix),
                Optional.ofNullable(claims.get("body")).filter(Input::isId),
                Optional.ofNullable(claims.get("territory")).filter(Input::isId));
    }

    /// Whether the caller is known at all.
    public boolean known() {
        return !subject.isEmpty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Whether the caller has `role` in this very body.
    public boolean has(Role role, String ofBody) {
        return has(role) && body.filter(ofBody::equals).isPresent();
    }

    /// What refuses this caller: 401 for nobody, else 403.
    public Problem refusal() {
        return Problem.of(known() ? HttpProblem.FORBIDDEN : HttpProblem.UNAUTHORIZED);
    }
}
