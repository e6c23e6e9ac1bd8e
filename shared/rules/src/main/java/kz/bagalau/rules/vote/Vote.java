package kz.bagalau.rules.vote;

/// An open vote: the member's name stands beside the choice.
///
/// @param <C> what is chosen: a side, or a number
public record Vote<C>(String member, C choice) {}
