/// The working time of people as several capabilities read it: what the regimes of bodies rest on,
/// what stands for each employee by acts of order 120, and the one schedule of a person that
/// follows. Knows nothing of how an act is entered, and nothing of scores.
@NullMarked
package kz.bagalau.arrangements;

import org.jspecify.annotations.NullMarked;
