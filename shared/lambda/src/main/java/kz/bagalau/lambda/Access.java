package kz.bagalau.lambda;

import java.util.EnumSet;
import java.util.Set;

/// Who may call a route at all.
///
/// @param login whether the API in front of the route asks for a token
/// @param anyRole whether everybody with a token may; where there are `own` roles besides, only as
///   long as no body is named
/// @param any the roles that may, whichever body the caller belongs to
/// @param own the roles that may for the caller's own body only
public record Access(boolean login, boolean anyRole, Set<Role> any, Set<Role> own) {

    public Access {
        any = Set.copyOf(any);
        own = Set.copyOf(own);
    }

    /// Everybody, without login.
    public static Access anonymous() {
        return new Access(false, true, Set.of(), Set.of());
    }

    /// Everybody with a token.
    public static Access signedIn() {
        return new Access(true, true, Set.of(), Set.of());
    }

    /// Everybody with a token for themselves; for a body that is named, only these roles of that
    /// very body.
    public static Access oneselfOrOwn(Role first, Role... more) {
        return new Access(true, true, Set.of(), EnumSet.of(first, more));
    }

    public static Access only(Role first, Role... more) {
        return new Access(true, false, EnumSet.of(first, more), Set.of());
    }

    /// Only for the caller's own body.
    public static Access own(Role first, Role... more) {
        return new Access(true, false, Set.of(), EnumSet.of(first, more));
    }

    /// These roles too, but only for the caller's own body.
    public Access orOwn(Role first, Role... more) {
        return new Access(login, anyRole, any, EnumSet.of(first, more));
    }

    /// Whether the caller may call the route for some body.
    public boolean admits(Caller caller) {
        return admitsForAny(caller)
                || (caller.body().isPresent() && own.stream().anyMatch(caller::has));
    }

    /// Whether the caller may call the route for this body.
    public boolean admits(Caller caller, String body) {
        boolean ofAny = !(anyRole && !own.isEmpty()) && admitsForAny(caller);
        return ofAny || own.stream().anyMatch(role -> caller.has(role, body));
    }

    private boolean admitsForAny(Caller caller) {
        return !login || (anyRole ? caller.known() : any.stream().anyMatch(caller::has));
    }
}
