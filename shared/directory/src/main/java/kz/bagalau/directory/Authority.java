package kz.bagalau.directory;

import java.util.Optional;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.monitoring.Recipient;

/// Who monitors working time (No. 121, ¶5): the authorised body itself, or one of its territorial
/// subdivisions.
///
/// @param id `agency`, or the territory of the subdivision
public record Authority(String id) {

    public static final Authority AGENCY = new Authority("agency");

    /// The authority in whose name somebody acts. A monitor without a territory belongs to the
    /// Agency; a territorial unit's analyst without one to nobody.
    public static Optional<Authority> of(Caller caller) {
        boolean monitor = caller.has(Role.MONITOR);
        if (caller.has(Role.AGENCY) || (monitor && caller.territory().isEmpty())) {
            return Optional.of(AGENCY);
        }
        return monitor || caller.has(Role.TERRITORIAL)
                ? caller.territory().map(Authority::new).filter(unit -> !unit.isAgency())
                : Optional.empty();
    }

    /// The authority that receives what a body reports; where nobody does, the Agency answers for
    /// it.
    static Authority of(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Subdivision(var territory, var _) -> new Authority(territory);
            case Recipient.AuthorisedBody _, Recipient.Nobody() -> AGENCY;
        };
    }

    public boolean isAgency() {
        return equals(AGENCY);
    }

    public Party party() {
        return Party.authority(id);
    }
}
