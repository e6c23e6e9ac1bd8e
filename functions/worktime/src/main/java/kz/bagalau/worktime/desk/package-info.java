/// What every room of the monitoring stands on: the stores of a function, who is who in a document
/// of an authority, lists, days of requests, and the problems that are answered.
@NullMarked
package kz.bagalau.worktime.desk;

import org.jspecify.annotations.NullMarked;
