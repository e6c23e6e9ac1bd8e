/// The law as plain Java: citations, dated values, workings and outcomes. Knows nothing of AWS,
/// JSON or storage.
@NullMarked
package kz.bagalau.rules;

import org.jspecify.annotations.NullMarked;
