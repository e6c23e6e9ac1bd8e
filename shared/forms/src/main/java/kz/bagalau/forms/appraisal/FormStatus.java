package kz.bagalau.forms.appraisal;

/// Whether the Agency has entered the official text of a form. A document keeps the form it was
/// made from, so a placeholder stays one.
public enum FormStatus {
    PLACEHOLDER,
    OFFICIAL
}
