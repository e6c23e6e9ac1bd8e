/// The files that objects name as their `document`: orders, proofs, evidence. Knows an object by
/// its name only; who may read it is known to the capability that keeps it.
@NullMarked
package kz.bagalau.records;

import org.jspecify.annotations.NullMarked;
