/// What the directory says of the quarters of a body's people: which positions are assessed, by
/// whom and on which form. Knows nothing of who asks.
@NullMarked
package kz.bagalau.appraisal.opening;

import org.jspecify.annotations.NullMarked;
