package kz.bagalau.rules.worktime;

/// Somebody whose passages are counted.
///
/// @param id as the access control system names them
public record Person(String id, String unit, Scope scope) {}
