/// The appraisal of a quarter from its opening to the notice of the result: who acts, what is sent,
/// the score and its publication. Knows nothing of sessions and yearly scores.
@NullMarked
package kz.bagalau.appraisal.quarter;

import org.jspecify.annotations.NullMarked;
