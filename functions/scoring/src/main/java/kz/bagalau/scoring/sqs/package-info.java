/// The queues of a run; the only place that knows how their messages are written.
@NullMarked
package kz.bagalau.scoring.sqs;

import org.jspecify.annotations.NullMarked;
