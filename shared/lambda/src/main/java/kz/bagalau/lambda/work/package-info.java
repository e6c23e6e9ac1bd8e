/// Functions that nobody waits for: they work off the messages of a queue, or many things of one
/// scheduled call.
@NullMarked
package kz.bagalau.lambda.work;

import org.jspecify.annotations.NullMarked;
