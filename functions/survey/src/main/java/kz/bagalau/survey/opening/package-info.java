/// How a survey is ordered, who votes together, and what its fingerprint holds; how it is
/// cancelled.
@NullMarked
package kz.bagalau.survey.opening;

import org.jspecify.annotations.NullMarked;
