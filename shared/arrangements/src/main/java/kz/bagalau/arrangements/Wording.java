package kz.bagalau.arrangements;

import java.time.LocalDate;
import kz.bagalau.rules.workmode.Norm;

/// The text of a paragraph as the Agency has loaded it.
///
/// @param from the first day on which it is in force
/// @param source where the text was taken from
public record Wording(Norm norm, LocalDate from, String kk, String ru, String source) {}
