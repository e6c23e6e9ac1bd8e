package kz.bagalau.reports;

import kz.bagalau.rules.LocalText;
import org.jspecify.annotations.Nullable;

/// Something to be shown about a file, where it stands, in every language: whoever reads it later
/// may speak another one than whoever sent the file.
///
/// @param sheet null where it concerns the file as a whole
/// @param cell such as `C7`, or null where it concerns the sheet as a whole
/// @param code for programs
public record Note(@Nullable String sheet, @Nullable String cell, String code, LocalText message) {}
