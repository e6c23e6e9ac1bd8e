package kz.bagalau.forms.monitoring;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;

/// An act on somebody at the workplace outside working time (No. 121 ¶14). The order has no form
/// for it; this one is ours.
///
/// @param reference at the foot of every page
/// @param person as the officials named the person
/// @param observedAt on the clock of Almaty
/// @param start of the person's own working time; empty on a day off
/// @param end with it
/// @param source the act that the working time rests on
/// @param minutes whole ones outside it; empty on a day off and at a break
/// @param reason that the person stated
/// @param overtimeAct the order on overtime that was shown
/// @param evidence what was recorded, one each
/// @param officials who sign
/// @param invited who were present
public record PresenceAct(
        String reference,
        LocalText body,
        String person,
        String workplace,
        LocalDateTime observedAt,
        Optional<String> start,
        Optional<String> end,
        String source,
        Optional<Long> minutes,
        Optional<String> reason,
        Optional<String> overtimeAct,
        List<String> evidence,
        List<String> officials,
        List<String> invited) {

    public PresenceAct {
        evidence = List.copyOf(evidence);
        officials = List.copyOf(officials);
        invited = List.copyOf(invited);
    }
}
