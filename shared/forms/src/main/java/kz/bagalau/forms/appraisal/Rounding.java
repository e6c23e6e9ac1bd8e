package kz.bagalau.forms.appraisal;

/// How a score is rounded before its grade is chosen. The act has no rule (¶7).
public enum Rounding {
    HALF_UP_2,
    TRUNC_2,
    /// Not rounded: the bands are half-open.
    RAW_HALF_OPEN
}
