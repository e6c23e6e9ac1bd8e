/// What bodies owe: which form about which period, who owes it, and the problems that are answered.
@NullMarked
package kz.bagalau.reports.obligation;

import org.jspecify.annotations.NullMarked;
