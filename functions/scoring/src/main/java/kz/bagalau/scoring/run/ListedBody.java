package kz.bagalau.scoring.run;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;

/// A body as it stood in the directory when the run was started.
public record ListedBody(String id, BodyKind kind, LocalText name) {}
