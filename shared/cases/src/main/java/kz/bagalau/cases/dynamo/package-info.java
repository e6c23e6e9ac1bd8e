/// Documents, tasks, messages and editions as items of the table `Records`. Attribute names stay
/// here.
@NullMarked
package kz.bagalau.cases.dynamo;

import org.jspecify.annotations.NullMarked;
