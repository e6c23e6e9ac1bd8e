package kz.bagalau.facts;

import kz.bagalau.rules.operational.fact.ManualPoints;

/// Points entered by hand as they stand.
///
/// @param indicator its id
/// @param version as that of a fact
public record StandingPoints(String indicator, ManualPoints points, Stamp stamp, String version) {}
