package kz.bagalau.exit.leavers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Caller;

/// The register of leavers: who was announced, each announcement with its history, and the codes
/// with which they are found. It knows nothing of answers.
public interface Leavers {

    /// What became of an announcement.
    sealed interface Announced {}

    record Entered(Announcement announcement) implements Announced {}

    /// The same person was announced for the same body and day before.
    record Before(Announcement announcement) implements Announced {}

    /// One state of an announcement.
    ///
    /// @param what `announce`, `correct`, `withdraw`, or `recode` where another code was made
    /// @param reason given for a correction or withdrawal, and for what the Agency consented to
    /// @param consent the request to which the Agency consented, where the year was settled
    record Edition(
            Announcement announcement,
            String what,
            Optional<String> reason,
            Optional<String> consent,
            String by,
            Instant at) {}

    /// Enters a leaver.
    ///
    /// @param code hash of the leaver's code, where there is one
    Announced announce(Announcement announcement, Optional<String> code, Caller by);

    /// Puts a later version in the place of the one it was made from.
    ///
    /// @return false where somebody else was faster, or another announcement stands for that day
    boolean change(Announcement from, Announcement to, String what, String reason, Caller by);

    /// Gives a leaver another code; the one before is void from then on.
    void recode(Announcement announcement, String code, Caller by);

    /// Notes that a code is on its way to the leaver's phone or address.
    void delivered(Announcement announcement, String code);

    /// Whether a leaver's code went the way that is announced now: on its way to the phone or
    /// address, or made for a slip.
    boolean invited(Announcement announcement);

    Optional<Announcement> find(String id);

    /// The announcement of a person for a body and day, standing or withdrawn.
    Optional<Announcement> at(String body, String person, LocalDate day);

    /// Whom a code belongs to; empty for none of ours and for one that is void.
    Optional<Announcement> byCode(String code);

    /// All announcements of a person.
    List<Announcement> byPerson(String person);

    /// All announcements of a body.
    List<Announcement> of(String body);

    /// The history of an announcement, the first edition first.
    List<Edition> history(Announcement announcement);
}
