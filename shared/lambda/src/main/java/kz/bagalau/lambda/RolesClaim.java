package kz.bagalau.lambda;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The claim `roles` as API Gateway hands it over: a text for a single value, `[a b]` for an array.
///
/// A value counts where it is exactly the prefix and the name of a role, such as `bagalau:hr`. In
/// an array API Gateway leaves nothing of the limits between values but spaces, so that `["state
/// agency"]` comes as `[state agency]`; the prefix keeps the words of such a value from being taken
/// for roles of ours.
final class RolesClaim {

    private RolesClaim() {}

    /// Other systems' roles are ignored. A claim with something nested in it gives no role at all.
    ///
    /// @param prefix what stands before the name of each role, such as `bagalau:`
    static Set<Role> read(String claim, String prefix) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String value : values(claim)) {
            if (value.startsWith(prefix)) {
                Role.named(value.substring(prefix.length())).ifPresent(roles::add);
            }
        }
        return Collections.unmodifiableSet(roles);
    }

    private static List<String> values(String claim) {
        if (!claim.startsWith("[") || !claim.endsWith("]")) {
            return List.of(claim);
        }
        String inside = claim.substring(1, claim.length() - 1);
        boolean nested = inside.indexOf('[') >= 0 || inside.indexOf(']') >= 0;
        return nested ? List.of() : List.of(inside.split(" ", -1));
    }
}
