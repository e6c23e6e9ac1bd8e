/// What became of what bodies owe and have sent, as those read it who may; the quarterly report on
/// working time until its recipient returns it.
@NullMarked
package kz.bagalau.reports.shown;

import org.jspecify.annotations.NullMarked;
