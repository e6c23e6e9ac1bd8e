package kz.bagalau.rules.operational;

import kz.bagalau.rules.Audience;

/// A name of the vocabulary of facts.
///
/// @param name as in stores, forms and API
/// @param paragraph where the Methodology asks for it
/// @param audience who may see a value of it
public record FactType(String name, FactShape shape, String paragraph, Audience audience) {}
