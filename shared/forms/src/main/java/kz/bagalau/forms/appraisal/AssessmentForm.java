package kz.bagalau.forms.appraisal;

import kz.bagalau.rules.LocalText;

/// The form on which somebody is assessed (¶16): one of the two annexes of the Standard
/// Methodology.
public record AssessmentForm(LocalText title, FormStatus status) {}
