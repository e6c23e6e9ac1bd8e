/// The order of 2023 as it is cited: its day in force, its numbers and the words of its indicators.
/// It knows nothing of facts and scores.
@NullMarked
package kz.bagalau.rules.operational.act;

import org.jspecify.annotations.NullMarked;
