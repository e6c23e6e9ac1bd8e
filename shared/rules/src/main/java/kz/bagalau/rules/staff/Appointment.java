package kz.bagalau.rules.staff;

import java.util.Optional;

/// A person's time in one position.
///
/// @param category empty where the post is not of corps "B": its holder manages but is not assessed
/// @param leading a leading position (No. 245, ¶2(1))
/// @param unitHead head of a structural unit (¶2(3))
/// @param firstHead first head of the state body (¶3; No. 02-17/15, ¶45, ¶51)
/// @param apparatusHead head of the apparatus (No. 245, ¶3)
/// @param manager the direct manager's id; empty where nobody of the body is above
/// @param higherManager the higher manager's id; empty for the manager's own manager
/// @param end why it ended; empty while it lasts, and where it is not known
public record Appointment(
        String unit,
        Title position,
        Optional<Category> category,
        boolean leading,
        boolean unitHead,
        boolean firstHead,
        boolean apparatusHead,
        Optional<String> manager,
        Optional<String> higherManager,
        Kind kind,
        Span span,
        Optional<End> end) {

    public enum Kind {
        APPOINTED,
        ELECTED
    }

    public enum End {
        DISMISSED,
        /// To another position of the same body.
        MOVED_WITHIN,
        OTHER_BODY
    }

    public Appointment {
        Ids.check(unit);
        if (end.isPresent() && span.to().isEmpty()) {
            throw new IllegalArgumentException("an appointment that has not ended has no end");
        }
    }
}
