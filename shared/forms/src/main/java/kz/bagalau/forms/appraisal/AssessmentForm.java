package kz.bagalau.forms.appraisal;

import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// The form on which somebody is assessed (¶16): one of the two annexes of the Standard
/// Methodology.
public record AssessmentForm(LocalText title, AppraisalForm.Status status) {}
