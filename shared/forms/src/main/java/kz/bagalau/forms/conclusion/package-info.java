/// The conclusion on the results of the assessment of one state body, as a workbook and as a
/// printed document. Knows the rules' results and how they are shown to the body, and nothing of
/// how they are computed, stored or sent.
@NullMarked
package kz.bagalau.forms.conclusion;

import org.jspecify.annotations.NullMarked;
