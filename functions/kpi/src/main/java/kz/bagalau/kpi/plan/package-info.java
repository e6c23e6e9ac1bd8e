/// The individual work plan with its indicators: what is sent about it, what must be true of it
/// before it is submitted, and whose turn it is.
@NullMarked
package kz.bagalau.kpi.plan;

import org.jspecify.annotations.NullMarked;
