/// Facts in the table `Records`; the only place that knows their attribute names.
@NullMarked
package kz.bagalau.facts.dynamo;

import org.jspecify.annotations.NullMarked;
