/// Which days are working days in Kazakhstan, and the deadlines that the acts count in them. Knows
/// nothing of who edits a calendar or of the case a deadline belongs to.
@NullMarked
package kz.bagalau.rules.calendar;

import org.jspecify.annotations.NullMarked;
