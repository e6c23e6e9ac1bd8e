package kz.bagalau.facts;

import java.time.Instant;

/// Who did something and when.
public record Stamp(String by, Instant at) {}
