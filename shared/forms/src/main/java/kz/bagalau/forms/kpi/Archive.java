package kz.bagalau.forms.kpi;

/// Why a document of a past procedure was entered afterwards.
///
/// @param document on which the entry rests
public record Archive(String reason, String document) {}
