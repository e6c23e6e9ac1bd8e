/// The files that objects name as their `document`: orders, proofs, evidence; and how long the
/// documents of an assessment are kept. Knows an object by its name, and of what it says only when
/// its assessment was completed; who may read it is known to the capability that keeps it.
@NullMarked
package kz.bagalau.records;

import org.jspecify.annotations.NullMarked;
