/// Applications for flexible time (No. 120, ¶15, ¶16), from the sending to the decision.
@NullMarked
package kz.bagalau.workmode.application;

import org.jspecify.annotations.NullMarked;
