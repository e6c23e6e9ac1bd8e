package kz.bagalau.exit.settled;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.bagalau.exit.leavers.Announcement;

/// A change of the register of leavers that touches a settled year. A personnel service asks for
/// it, and the register is changed once the Agency consents.
///
/// @param id of the request, random
/// @param from the announcement to be changed, as it stood; empty where one is to be made
/// @param to what is to stand
/// @param reason why the change is asked for
/// @param by who asks
/// @param decision empty as long as the Agency has not decided
public record ChangeRequest(
        String id,
        What what,
        Optional<Announcement> from,
        Announcement to,
        String reason,
        String by,
        Instant asked,
        Optional<Decision> decision) {

    public enum What {
        ANNOUNCE,
        CORRECT,
        WITHDRAW
    }

    public enum Verdict {
        CONSENT,
        REFUSE
    }

    public enum State {
        PENDING,
        CONSENTED,
        REFUSED
    }

    /// @param by the analyst of the Agency who decided
    public record Decision(Verdict verdict, String reason, String by, Instant at) {

        /// Whether another decision says the same, by whomever and whenever.
        public boolean sameAs(Decision other) {
            return verdict == other.verdict && reason.equals(other.reason);
        }
    }

    public State state() {
        return decision.map(made ->
                        switch (made.verdict()) {
                            case CONSENT -> State.CONSENTED;
                            case REFUSE -> State.REFUSED;
                        })
                .orElse(State.PENDING);
    }

    public String body() {
        return to.body();
    }

    public String person() {
        return to.person();
    }

    /// The years whose registers it changes.
    public SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        from.ifPresent(standing -> years.add(standing.year()));
        years.add(to.year());
        return years;
    }

    public ChangeRequest decided(Decision made) {
        return new ChangeRequest(id, what, from, to, reason, by, asked, Optional.of(made));
    }

    /// Whether another request asks for the same change of the same version for the same reason.
    public boolean asksTheSame(ChangeRequest other) {
        return what == other.what
                && reason.equals(other.reason)
                && from.map(Announcement::id).equals(other.from.map(Announcement::id))
                && from.map(Announcement::version).equals(other.from.map(Announcement::version))
                && to.leaving().equals(other.to.leaving());
    }
}
