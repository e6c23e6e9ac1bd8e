/// Signs that a body may not keep its working time (121 ¶7), and what becomes of them.
@NullMarked
package kz.bagalau.worktime.signal;

import org.jspecify.annotations.NullMarked;
