package kz.bagalau.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Party;
import kz.bagalau.rules.Language;

/// A calendar feed of somebody's tasks.
///
/// @param id also the user's name of the feed's login
/// @param owner the claim `sub` of whoever made it
/// @param body of which the owner was when it was made; empty for one of none
/// @param parties whose tasks it counts: the owner's and those of the offices that the owner held
///   when it was made
/// @param until from then on it is answered no more
public record Feed(
        String id,
        String owner,
        Optional<String> body,
        List<Party> parties,
        Language language,
        Instant until) {

    public Feed {
        parties = List.copyOf(parties);
    }
}
