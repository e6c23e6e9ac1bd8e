/// What acts of flexible and of remote work have in common (No. 120): their rows by employee, what
/// happens to a row, how they are written, listed, shown and printed.
@NullMarked
package kz.bagalau.workmode.act;

import org.jspecify.annotations.NullMarked;
