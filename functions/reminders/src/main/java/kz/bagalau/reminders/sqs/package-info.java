/// The queues `RemindedBodies` and `Messages`.
@NullMarked
package kz.bagalau.reminders.sqs;

import org.jspecify.annotations.NullMarked;
