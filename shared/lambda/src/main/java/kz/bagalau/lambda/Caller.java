package kz.bagalau.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who calls, from the claims that the JWT authorizer has checked.
///
/// @param subject the claim `sub`
/// @param roles the roles we know; others are ignored
/// @param body the claim `body`, the caller's state body
/// @param territory the claim `territory`, the caller's territorial unit of the Agency
public record Caller(
        String subject, Set<Role> roles, Optional<String> body, Optional<String> territory) {

    /// Nobody: an event without claims. It has no role, so that every check refuses it.
    private static final Caller NOBODY = new Caller("", Set.of(), Optional.empty());

    /// A caller who belongs to no territorial unit.
    public Caller(String subject, Set<Role> roles, Optional<String> body) {
        this(subject, roles, body, Optional.empty());
    }

    /// Reads the claims as API Gateway hands them over: strings, with an array as `[a b]`.
    public static Caller of(APIGatewayV2HTTPEvent event) {
        var context = event.getRequestContext();
        if (context == null
                || context.getAuthorizer() == null
                || context.getAuthorizer().getJwt() == null
                || context.getAuthorizer().getJwt().getClaims() == null) {
            return NOBODY;
        }
        return of(context.getAuthorizer().getJwt().getClaims());
    }

    /// Reads the claims of a checked token; none are nobody's.
    static Caller of(Map<String, String> claims) {
        String subject = claims.getOrDefault("sub", "");
        if (subject.isBlank()) {
            return NOBODY;
        }
        return new Caller(
                subject,
                roles(claims.getOrDefault("roles", "")),
                Optional.ofNullable(claims.get("body")).filter(body -> !body.isBlank()),
                Optional.ofNullable(claims.get("territory")).filter(unit -> !unit.isBlank()));
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

    private static Set<Role> roles(String claim) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String list =
                claim.startsWith("[") && claim.endsWith("]")
                        ? claim.substring(1, claim.length() - 1)
                        : claim;
        for (String name : list.split(" ", -1)) {
            Role.named(name).ifPresent(roles::add);
        }
        return roles;
    }
}
