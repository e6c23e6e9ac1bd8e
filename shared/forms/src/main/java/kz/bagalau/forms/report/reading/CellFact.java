package kz.bagalau.forms.report.reading;

import kz.bagalau.rules.operational.fact.FactValue;

/// A fact that a form states, and where.
///
/// @param cells the cells it follows from: `C9:C20, E9:E20`
public record CellFact(String fact, FactValue value, String sheet, String cells) {}
