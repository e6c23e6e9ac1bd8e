/// What every room of the modes of work stands on: the stores of a function, days and hours of
/// requests, and the problems and warnings that are answered.
@NullMarked
package kz.bagalau.workmode.desk;

import org.jspecify.annotations.NullMarked;
