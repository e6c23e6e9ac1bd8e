/// What is counted of a body and year: Appendix 1, the numbers of ¶35 with the negative reasons,
/// and the batches in which reasons are told.
@NullMarked
package kz.bagalau.exit.counts;

import org.jspecify.annotations.NullMarked;
