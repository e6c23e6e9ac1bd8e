package kz.bagalau.cases;

/// One state of what has no states but editions, all of which are kept: a schedule, a calendar.
///
/// @param version 0 for what comes with the program or stood before editions were kept, then 1, 2,
///   …
public record Edition<T>(T value, long version) {}
