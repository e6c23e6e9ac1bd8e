package kz.bagalau.facts.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.operational.Direction;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// Who enters what: the Agency the personnel direction, the body for informatization that of
/// information technology.
final class EntryRights {

    private static final Map<String, Role> ROLES = Map.of("pm", Role.AGENCY, "it", Role.DIGITAL);
    private static final Map<String, Role> BY_NAME = byName();

    private EntryRights() {}

    /// The role that enters a fact or the points of an indicator; empty where there is no such
    /// name.
    static Optional<Role> role(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// Whether the caller may enter it; a name that there is none of is nobody's business.
    static boolean may(Caller caller, String name) {
        return role(name).map(caller::has).orElse(true);
    }

    private static Map<String, Role> byName() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Methodology methodology : Methodologies.OPERATIONAL.all()) {
            var first = methodology.citation().inForce();
            AssessedPeriod period = new AssessedPeriod(first, first);
            for (Direction direction : methodology.directions()) {
                Role role = Optional.ofNullable(ROLES.get(direction.id())).orElseThrow();
                roles.put(direction.information(), role);
                for (Indicator indicator : direction.indicators()) {
                    roles.put(indicator.id(), role);
                    indicator.facts(period).forEach(fact -> roles.put(fact, role));
                }
            }
        }
        // hours.overtime_weekend_authorised is shown and read by no indicator
        for (FactType fact : Vocabulary.all()) {
            if (!roles.containsKey(fact.name())) {
                String kin = fact.name().substring(0, fact.name().indexOf('.') + 1);
                roles.entrySet().stream()
                        .filter(known -> known.getKey().startsWith(kin))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .ifPresent(role -> roles.put(fact.name(), role));
            }
        }
        return roles;
    }
}
