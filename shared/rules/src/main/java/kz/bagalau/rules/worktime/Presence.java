package kz.bagalau.rules.worktime;

import java.time.LocalDateTime;

/// A time that one person spent in the building.
///
/// @param to after `from`
/// @param entered whether the passage in is known; where it is not, `from` is only the earliest
///   moment that it can have been, and nothing but the exit is certain
public record Presence(LocalDateTime from, LocalDateTime to, boolean entered) {}
