package kz.bagalau.rules.worktime;

import java.time.LocalDateTime;

/// One passage of one person through a door.
///
/// @param at on the clock of Almaty
public record Passage(LocalDateTime at, Direction direction) {

    public enum Direction {
        IN,
        OUT,
        /// The system does not say.
        UNKNOWN
    }
}
