package kz.bagalau.reminders;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;

/// Whose tasks somebody has.
final class Offices {

    private static final List<Role> OF_BODY = List.of(Role.HR, Role.HEAD, Role.COMMISSION);
    private static final Party AGENCY = Party.authority("agency");

    private Offices() {}

    /// The caller as a person, and the offices that the caller's token names: those of the own
    /// body, the Agency, the territorial unit.
    static List<Party> of(Caller caller) {
        List<Party> parties = new ArrayList<>(List.of(Party.person(caller.subject())));
        caller.body()
                .ifPresent(body ->
                        OF_BODY.stream()
                                .filter(caller::has)
                                .map(role -> Party.office(role, body))
                                .forEach(parties::add));
        if (caller.has(Role.AGENCY)) {
            parties.add(AGENCY);
        }
        if (caller.has(Role.TERRITORIAL)) {
            caller.territory().map(Party::authority).ifPresent(parties::add);
        }
        return parties;
    }
}
