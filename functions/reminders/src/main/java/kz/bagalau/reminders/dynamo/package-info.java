/// Settings, marks and feeds as items of the table `Records`. Attribute names stay here.
@NullMarked
package kz.bagalau.reminders.dynamo;

import org.jspecify.annotations.NullMarked;
