package kz.bagalau.rules.appraisal;

/// The forms of the Standard Methodology by which a quarter is scored (No. 245, ¶16).
public enum AnnexForm {
    /// For heads and other leading positions.
    ANNEX1,
    ANNEX2
}
