/// The directory in the table `Records`; the only place that knows its attribute names.
@NullMarked
package kz.bagalau.directory.dynamo;

import org.jspecify.annotations.NullMarked;
