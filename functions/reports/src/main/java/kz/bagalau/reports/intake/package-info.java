/// How a file that has come is taken up: the message of its arrival, the queues, and the reading of
/// a form.
@NullMarked
package kz.bagalau.reports.intake;

import org.jspecify.annotations.NullMarked;
