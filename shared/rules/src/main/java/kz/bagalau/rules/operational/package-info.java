/// The Methodology of operational assessment, block "Organizational development of the state body"
/// (joint order No. 32/НҚ and No. 25 of January 2020), as amended by joint order 57/НҚ and No. 46
/// of 20 February 2023. Turns facts into outcomes; knows nothing of who collected or stores them.
@NullMarked
package kz.bagalau.rules.operational;

import org.jspecify.annotations.NullMarked;
