/// Which part a caller has in a case, and what each part sees of a document in which state.
@NullMarked
package kz.bagalau.kpi.part;

import org.jspecify.annotations.NullMarked;
