/// Which parts there are in an appraisal, and what each sees of it in which state.
@NullMarked
package kz.bagalau.appraisal.part;

import org.jspecify.annotations.NullMarked;
