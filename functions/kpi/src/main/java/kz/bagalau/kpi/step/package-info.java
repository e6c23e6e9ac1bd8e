/// The steps that plans and sheets have in common: on which day one was taken, who signs, and
/// entries of the past. Knows no flow.
@NullMarked
package kz.bagalau.kpi.step;

import org.jspecify.annotations.NullMarked;
