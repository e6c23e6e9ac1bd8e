/// Visits (121 ¶9 to ¶13): their registration under an item of a plan or a number of the year,
/// their course, and the evidence that is recorded.
@NullMarked
package kz.bagalau.worktime.visit;

import org.jspecify.annotations.NullMarked;
