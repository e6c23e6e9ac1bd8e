/// The facts of one body that the assessment reads: their names, types and what must hold between
/// them. It knows no formula.
@NullMarked
package kz.bagalau.rules.operational.fact;

import org.jspecify.annotations.NullMarked;
