/// The formulas of single indicators, each made of the numbers of the law, reading facts through
/// [Inputs]. It knows no direction and no total.
@NullMarked
package kz.bagalau.rules.operational.formula;

import org.jspecify.annotations.NullMarked;
